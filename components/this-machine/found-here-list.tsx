import { Lock } from "lucide-react";
import { sourceTitle } from "@/components/sessions/source-title";
import { useWords } from "@/components/words/use-words";
import type { Listing, SourceHere } from "@/lib/sessions/here";
import type { FoundHere } from "./here-view";
import { SourceHereItem } from "./source-here-item";

interface FoundHereListProps {
  readonly here: FoundHere;
  readonly onList: (listing: Listing, title: string) => void;
}

/** All that runs here with a switch each, then what was looked for and does not run. */
export function FoundHereList({ here, onList }: FoundHereListProps) {
  const words = useWords();
  const { thisMachineWords } = words;
  const { server, sources } = here;
  return (
    <section aria-label={thisMachineWords.switches} className="grid gap-3">
      <ul className="divide-y divide-line rounded-xl border border-line bg-card shadow-xs">
        {sources.map((source) => (
          <SourceHereItem
            key={JSON.stringify([source.provider, source.settings])}
            server={server}
            source={source}
            onList={(isListed) => {
              const { provider, settings, title } = source;
              onList({ provider, settings, isListed }, sourceTitle(words, provider, title));
            }}
          />
        ))}
        <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3.5">
          <span className="inline-flex items-center gap-3 font-medium">
            <Lock aria-hidden="true" className="mx-2 size-4 shrink-0 text-muted" />
            {thisMachineWords.own}
          </span>
          <span className="text-[0.8125rem] text-muted">{thisMachineWords.ownNote}</span>
        </li>
      </ul>
      {sources.some(lacksRights) && (
        <p className="text-[0.8125rem] text-muted">{thisMachineWords.allowedLater}</p>
      )}
      <Absent here={here} />
    </section>
  );
}

function lacksRights({ limits }: SourceHere): boolean {
  return limits.some(({ command }) => command !== null);
}

function Absent({ here: { absent, sources } }: Pick<FoundHereListProps, "here">) {
  const words = useWords();
  const { thisMachineWords } = words;
  if (absent.length === 0) return null;
  const titles = absent.map(({ provider }) => sourceTitle(words, provider)).join(", ");
  const hasFtp = sources.some(({ kind }) => kind === "ftp");
  return (
    <p className="text-[0.8125rem] text-muted">
      {hasFtp ? thisMachineWords.absent(titles) : thisMachineWords.noFtp}{" "}
      {thisMachineWords.absentLater}
    </p>
  );
}
