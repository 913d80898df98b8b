import type { LucideIcon } from "lucide-react";
import { cutMiddle } from "@/components/format/cut-middle";
import { cutPath } from "@/components/format/cut-path";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";

interface NameCellProps {
  readonly name: string;
  readonly longest?: number;
}

/** A name somebody chose: never mixes its direction into the row, never hides a letter. */
export function NameCell({ name, longest = 40 }: NameCellProps) {
  return (
    <span className="font-medium">
      <CutCell text={name} longest={longest} />
    </span>
  );
}

export function TextCell({ text }: { readonly text: string }) {
  return <bdi>{showControls(text)}</bdi>;
}

interface CutCellProps {
  readonly text: string;
  /** Where columns are many and the screen is not wide; elsewhere half as much again is shown. */
  readonly longest: number;
  /** What else there is to say about it. */
  readonly note?: string | undefined;
  /** The hint ends with this moment, in the reader's own zone. */
  readonly at?: Date | null;
  readonly cut?: (text: string, longest: number) => string;
}

/** A path or file name. */
export function PathCell(props: CutCellProps) {
  return (
    <span className="font-mono text-xs">
      <CutCell {...props} cut={cutPath} />
    </span>
  );
}

/** Cut in the middle; the hint and a screen reader have the whole. */
export function CutCell({ text, longest, note, at = null, cut = cutMiddle }: CutCellProps) {
  const whole = showControls(text);
  // Cut first: a letter made visible is never cut apart.
  const short = showControls(cut(text, longest));
  const isWhole = short === whole;
  if (isWhole && note === undefined) return <bdi>{whole}</bdi>;
  const hint = [isWhole ? undefined : whole, note].filter((line) => line !== undefined).join("\n");
  return (
    <span data-hint={hint} data-at={at?.toISOString()}>
      {isWhole ? (
        <bdi>{whole}</bdi>
      ) : (
        <>
          <bdi aria-hidden="true" className="max-sm:hidden min-[120rem]:hidden">
            {short}
          </bdi>
          <bdi aria-hidden="true" className="sm:max-[120rem]:hidden">
            {showControls(cut(text, Math.floor(longest * 1.5)))}
          </bdi>
        </>
      )}
      <span className="sr-only"> {hint}</span>
    </span>
  );
}

interface AddressCellProps {
  readonly address: string;
  readonly longest?: number;
}

export function AddressCell({ address, longest = longestAddress }: AddressCellProps) {
  return (
    <span className="font-mono text-xs">
      <CutCell text={address} longest={longest} />
    </span>
  );
}

/** Of IPv6, with IPv4 inside. */
const longestAddress = 45;

interface SinceCellProps {
  readonly since: Date;
  readonly asOf: Date;
}

/** Counted by the server's clock, so that the browser's does not matter. */
export function SinceCell({ since, asOf }: SinceCellProps) {
  const { cardWords, sessionWords, formats } = useWords();
  return (
    <>
      <CardLabel>{cardWords.logon}</CardLabel>
      <time dateTime={since.toISOString()} data-before={sessionWords.since}>
        {formats.formatElapsed(secondsBetween(since, asOf))}
      </time>
    </>
  );
}

interface IdleCellProps {
  readonly seconds: number;
  readonly since: Date;
}

export function IdleCell({ seconds, since }: IdleCellProps) {
  const { cardWords, sessionWords, formats } = useWords();
  if (seconds >= 60) {
    return (
      <>
        <CardLabel>{cardWords.idle}</CardLabel>
        <time dateTime={since.toISOString()} data-before={sessionWords.idleSince}>
          {formats.formatElapsed(seconds)}
        </time>
      </>
    );
  }
  return (
    <span className="text-down-word" data-hint={sessionWords.idleUnder}>
      {sessionWords.active}
    </span>
  );
}

/** On a card there is no column head to say what it is. */
export function CardLabel({ children }: { readonly children: string }) {
  return <span className="text-muted sm:hidden">{children} </span>;
}

const tones = {
  up: "text-up-word",
  down: "text-down-word",
  stale: "text-stale-word",
  danger: "text-danger-word",
  calm: "",
  muted: "text-muted-word",
} as const;

export type Tone = keyof typeof tones;

interface IconWordProps {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone?: Tone;
  /** Where columns are many and the screen is not wide, the word is the icon's hint. */
  readonly isBrief?: boolean;
  readonly note?: string | undefined;
}

/** Every status is an icon and a word. */
export function IconWord({
  icon: Icon,
  word,
  tone = "calm",
  isBrief = false,
  note,
}: IconWordProps) {
  return (
    <span data-hint={isBrief ? word : note} className={`flex items-center gap-2 ${tones[tone]}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0 opacity-85" />
      <span className={isBrief ? "max-wide:sr-only" : undefined}>{word}</span>
      {note !== undefined && <span className="sr-only">{note}</span>}
    </span>
  );
}
