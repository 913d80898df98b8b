import { CircleSlash } from "lucide-react";
import { secondsBetween } from "@/components/format/seconds-between";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { IconWord } from "./cells";
import { findForce } from "./find-force";
import { outcomeSentence } from "./outcome-sentence";
import type { ShownRow } from "./roll-view";
import type { RowOutcome } from "./screen-state";

const tones = {
  accent: "bg-accent-wash text-accent",
  muted: "bg-hover text-muted-word",
  stale: "bg-stale-wash text-stale-word",
  danger: "bg-danger-wash text-danger-word",
} as const;

interface ChipProps {
  readonly tone: keyof typeof tones;
  readonly word: string;
  readonly hint?: string;
}

interface RowChipsProps {
  readonly row: ShownRow<Session>;
  readonly asOf: Date;
  readonly outcome: RowOutcome | undefined;
  /** Where no column says it. */
  readonly saysEnded: boolean;
  /** Null where the harder step is not offered. */
  readonly onForce: (() => void) | null;
}

/** What there is to know about the row as a whole, beside its name. */
export function RowChips(props: RowChipsProps) {
  const words = useWords();
  const { row, outcome, onForce } = props;
  const force = findForce(row, outcome);
  return (
    <>
      {toChips(words, props).map((chip) => (
        <Chip key={chip.word} {...chip} />
      ))}
      {onForce && force && (
        <button
          type="button"
          onClick={onForce}
          className="chip ml-2 rounded px-1 font-medium text-danger-word text-xs underline underline-offset-2"
        >
          {words.forceWords[force]}
        </button>
      )}
    </>
  );
}

function Chip({ tone, word, hint }: ChipProps) {
  return (
    <span
      data-hint={hint}
      className={`chip ml-2 first:ml-0 rounded-full px-1.5 py-0.5 font-medium font-sans text-[0.6875rem] ${tones[tone]}`}
    >
      {word}
    </span>
  );
}

function toChips(
  words: Words,
  { row, asOf, outcome, saysEnded }: RowChipsProps,
): readonly ChipProps[] {
  const { sessionWords, formats } = words;
  const chips: ChipProps[] = [];
  if (row.isOwn) chips.push({ tone: "accent", word: sessionWords.you });
  if (row.staleSince) {
    const ago = formats.formatElapsed(secondsBetween(row.staleSince, asOf));
    const hint = sessionWords.lastAnswered(row.server, ago);
    chips.push({ tone: "stale", word: sessionWords.stale, hint });
  }
  const acted = outcome && toChip(words, outcome);
  if (acted) chips.push(acted);
  if (row.endedAtMs !== null && saysEnded) {
    chips.push({ tone: "muted", word: endedWord(words, outcome) });
  }
  return chips;
}

export function EndedCell({ outcome }: { readonly outcome: RowOutcome | undefined }) {
  return <IconWord icon={CircleSlash} word={endedWord(useWords(), outcome)} />;
}

function endedWord({ actionWords, sessionWords }: Words, outcome: RowOutcome | undefined): string {
  const isOurs = outcome?.outcome?.status === "done" && endsSession(outcome.action);
  return isOurs ? actionWords[outcome.action].done : sessionWords.ended;
}

function endsSession(action: SessionAction): boolean {
  return action !== "disconnect" && action !== "sendMessage";
}

/** Null where the row itself shows what was done. */
function toChip(words: Words, { action, outcome }: RowOutcome): ChipProps | null {
  const { actionWords, rowOutcomeWords } = words;
  if (outcome === null) return { tone: "muted", word: actionWords[action].running };
  const hint = outcomeSentence(words, action, outcome);
  switch (outcome.status) {
    case "done":
      return action === "sendMessage"
        ? { tone: "muted", word: actionWords[action].done, hint }
        : null;
    case "alreadyGone":
    case "replaced":
      return { tone: "muted", word: rowOutcomeWords[outcome.status], hint };
    case "unconfirmed":
      return { tone: "stale", word: rowOutcomeWords[outcome.status], hint };
    case "refused":
    case "failed":
      return { tone: "danger", word: rowOutcomeWords[outcome.status], hint };
  }
}
