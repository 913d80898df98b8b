import { ChevronRight, Info, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { CopyLine } from "@/components/ui/copy-line";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import { isService } from "@/lib/sessions/is-service";
import type { Session, SessionKind } from "@/lib/sessions/session";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import { ClearLeftovers, type OfferedClearing } from "./clear-leftovers";
import { limitAdvice, limitSentence } from "./limit-sentence";
import type { ShownRow, SourceView } from "./roll-view";
import { serverTitle } from "./server-name";
import { sourceTitle } from "./source-title";

interface AboutSourcesProps {
  readonly kind: SessionKind;
  readonly sources: readonly SourceView[];
  readonly rows: readonly ShownRow<Session>[];
  /** Null where the operator may only see. */
  readonly clearing: OfferedClearing | null;
}

/**
 * What was found on each server, what Rollcall may do there and what is missing, folded into one line.
 * The line is there with nothing missing too, so that the table does not move when something is.
 */
export function AboutSources({ kind, sources, rows, clearing }: AboutSourcesProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const known = sources.filter((source) => source.state !== "silent");
  if (known.length === 0) return null;
  const isAlarming = known.some(({ limits }) => limits.some(isDaemonGone));
  const summary = summaryOf(words, kind, known);
  const Icon = isAlarming ? TriangleAlert : Info;
  return (
    <details
      className="group text-[0.8125rem]"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary
        className={`flex w-fit max-w-full list-none items-center gap-2 rounded-md [&::-webkit-details-marker]:hidden ${isAlarming ? "text-stale-word" : "text-muted hover:text-text"}`}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span className="min-w-0 truncate">{summary}</span>
        <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 group-open:rotate-90" />
      </summary>
      {isOpen && <Found summary={summary} known={known} rows={rows} clearing={clearing} />}
    </details>
  );
}

interface FoundProps extends Pick<AboutSourcesProps, "rows" | "clearing"> {
  readonly summary: string;
  readonly known: readonly SourceView[];
}

/** Counted while somebody reads it. */
function Found({ summary, known, rows, clearing }: FoundProps) {
  const words = useWords();
  const counts = useMemo(() => countPeople(rows), [rows]);
  return (
    <ScrollBox
      label={summary}
      className="mt-2 max-h-[50dvh] overflow-y-auto rounded-xl border border-line bg-card px-4"
    >
      <ul className="divide-y divide-line">
        {known.map((source) => (
          <li key={source.id} className="grid gap-3 py-3">
            <p className="font-medium">{foundLine(words, source, counts.get(source.id) ?? 0)}</p>
            {source.limits.map((limit) => (
              <Limit key={limit.code} source={source} limit={limit} clearing={clearing} />
            ))}
          </li>
        ))}
      </ul>
    </ScrollBox>
  );
}

interface LimitProps {
  readonly source: SourceView;
  readonly limit: SourceLimit;
  readonly clearing: OfferedClearing | null;
}

function Limit({ source, limit, clearing }: LimitProps) {
  const words = useWords();
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className={isDaemonGone(limit) ? "text-stale-word" : undefined}>
        {limitSentence(words, source, limit)}
      </p>
      <p className="text-muted">{limitAdvice(words, limit)}</p>
      {limit.remedy !== null && <CopyLine text={limit.remedy} words={words.copyWords} />}
      {limit.code === "leftovers" && clearing && (
        <ClearLeftovers source={source} clearing={clearing} />
      )}
    </div>
  );
}

/** "web02 · Pure-FTPd: speed and progress are only partly known, may not end sessions" */
function summaryOf(words: Words, kind: SessionKind, sources: readonly SourceView[]): string {
  const { briefLimits, limitWords } = words;
  const lacking = sources.filter(({ limits }) => limits.length > 0);
  const gone = sources.find(({ limits }) => limits.some(isDaemonGone));
  const [first] = sources;
  const only = gone ?? (lacking.length === 1 ? lacking[0] : undefined);
  if (only) {
    const lacks = only.limits.map(({ code }) => briefLimits[code]);
    return `${nameOf(words, only)}: ${lacks.join(", ")}`;
  }
  if (first && sources.length === 1) return nameOf(words, first);
  const all = limitWords.sources[kind](sources.length);
  return lacking.length === 0 ? all : `${all}, ${limitWords.withRemarks(lacking.length)}`;
}

function nameOf(words: Words, { server, provider }: SourceView): string {
  return `${serverTitle(words, server)} · ${sourceTitle(words, provider)}`;
}

function countPeople(rows: readonly ShownRow<Session>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { session, endedAtMs } of rows) {
    const { sourceId } = session.ref;
    if (endedAtMs === null && !isService(session)) {
      counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
    }
  }
  return counts;
}

/** "web02 · ProFTPD: 12 sessions, may end them" */
function foundLine(words: Words, source: SourceView, count: number): string {
  const { limitWords } = words;
  const mayEnd = !source.limits.some(({ code }) => code === "may-not-end");
  const parts = [limitWords.found(count), mayEnd ? limitWords.mayEnd : limitWords.mayNotEnd];
  return `${nameOf(words, source)}: ${parts.join(", ")}`;
}

function isDaemonGone({ code }: SourceLimit): boolean {
  return code === "daemon-gone";
}
