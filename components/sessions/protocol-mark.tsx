import { LockKeyhole } from "lucide-react";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";

/** Plain FTP is what the page is about, so only the others are marked: by a lock where columns are many. */
export function ProtocolMark({ protocol }: { readonly protocol: string | null }) {
  const { ftpNotes } = useWords();
  if (protocol === null || protocol.toLowerCase() === "ftp") return null;
  const name = showControls(protocol.toUpperCase());
  return (
    <span
      data-hint={ftpNotes.protocol(name)}
      className="ml-1.5 inline-flex items-center gap-1 align-middle font-medium text-[0.6875rem] text-muted-word"
    >
      <LockKeyhole aria-hidden="true" className="size-3" />
      <span className="sm:max-wide:sr-only">{name}</span>
    </span>
  );
}
