import { ChevronRight } from "lucide-react";
import { useRef } from "react";
import { showControls } from "@/components/format/show-controls";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";

interface PrintedTextProps {
  readonly server: string;
  readonly text: string;
}

/** The very text that could not be read, for who knows that server, or to send to who mends Rollcall. */
export function PrintedText({ server, text }: PrintedTextProps) {
  const { copyWords, stateWords } = useWords();
  const shown = useRef<HTMLPreElement>(null);
  return (
    <details className="group min-w-0">
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-md font-medium hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 group-open:rotate-90" />
        {stateWords.printed}
      </summary>
      <div className="mt-2 grid min-w-0 justify-items-end gap-1 rounded-lg border border-line bg-card p-1">
        <CopyButton text={text} shown={shown} words={copyWords} />
        <ScrollBox
          label={stateWords.printedBy(server)}
          className="max-h-[40dvh] w-full min-w-0 overflow-auto rounded-md px-2 pb-2"
        >
          <pre ref={shown} className="w-max font-mono text-text text-xs leading-relaxed">
            {text.split(/\r?\n/).map(showControls).join("\n")}
          </pre>
        </ScrollBox>
      </div>
    </details>
  );
}
