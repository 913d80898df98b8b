import { CircleSlash } from "lucide-react";
import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { actionWords, forceWords, rowOutcomeWords } from "./action-words";
import { IconWord } from "./cells";
import { findForce } from "./find-force";
import { outcomeSentence } from "./outcome-sentence";
import type { ShownRow } from "./roll-view";
import type { RowOutcome } from "./screen-state";
import { sessionWords } from "./session-words";

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
  const { row, outcome, onForce } = props;
  const force = findForce(row, outcome);
  return (
    <>
      {toChips(props).map((chip) => (
        <Chip key={chip.word} {...chip} />
      ))}
      {onForce && force && (
        <button
          type="button"
          onClick={onForce}
          className="chip ml-2 rounded px-1 font-medium text-danger-word text-xs underline underline-offset-2"
        >
          {forceWords[force]}
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

function toChips({ row, asOf, outcome, saysEnded }: RowChipsProps): readonly ChipProps[] {
  const chips: ChipProps[] = [];
  if (row.isOwn) chips.push({ tone: "accent", word: sessionWords.you });
  if (row.staleSince) {
    const ago = formatElapsed(secondsBetween(row.staleSince, asOf));
    const hint = sessionWords.lastAnswered(row.server, ago);
    chips.push({ tone: "stale", word: sessionWords.stale, hint });
  }
  const acted = outcome && toChip(outcome);
  if (acted) chips.push(acted);
  if (row.endedAtMs !== null && saysEnded) {
    chips.push({ tone: "muted", word: endedWord(outcome) });
  }
  return chips;
}

export function EndedCell({ outcome }: { readonly outcome: RowOutcome | undefined }) {
  return <IconWord icon={CircleSlash} word={endedWord(outcome)} />;
}

function endedWord(outcome: RowOutcome | undefined): string {
  const isOurs = outcome?.outcome?.status === "done" && endsSession(outcome.action);
  return isOurs ? actionWords[outcome.action].done : sessionWords.ended;
}

function endsSession(action: SessionAction): boolean {
  return action !== "disconnect" && action !== "sendMessage";
}

/** Null where the row itself shows what was done. */
function toChip({ action, outcome }: RowOutcome): ChipProps | null {
  if (outcome === null) return { tone: "muted", word: actionWords[action].running };
  const hint = outcomeSentence(action, outcome);
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
