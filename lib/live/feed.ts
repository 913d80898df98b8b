import type { SourceAnswer } from "@/lib/sessions/roll";
import type { SessionKind } from "@/lib/sessions/session";
import type { WatchedSource } from "@/lib/sessions/watched-source";
import { callTogether } from "./call-together";
import { toChanges } from "./changes";
import { type RollText, writeRoll } from "./roll-text";
import { toNextVersion, type Version } from "./version";

/** One kind of sessions as one audience sees it, told as versions. Its sources count as watched until it is closed. */
export interface Feed {
  /** Undefined until every source there was at the start has answered or failed. */
  newest(): Version | undefined;
  /** A version of this second as text, which all who ask for it share. */
  roll(): Promise<RollText>;
  /** What leads from that version to the newest, written once for all; undefined where only the roll does. */
  frameFrom(held: Version): Buffer | undefined;
  /** Takes up sources that have come and lets go of those that have left. */
  follow(): void;
  close(): void;
}

export interface FeedSettings {
  readonly kind: SessionKind;
  readonly sources: () => readonly WatchedSource[];
  readonly toSeen: (answer: SourceAnswer) => SourceAnswer;
  readonly nextNo: () => number;
  /** There is a newer version. */
  readonly onNews: () => void;
}

/** A change after a quiet time is told at once, and what comes soon after it together. */
const togetherMs = 100;
const rollKeptMs = 1000;

export function openFeed({ kind, sources, onNews, ...settings }: FeedSettings): Feed {
  const stops = new Map<WatchedSource, () => void>();
  let followed: readonly WatchedSource[] | undefined;
  let newest: Version | undefined;
  const frames = new Map<Version, Buffer | undefined>();
  let roll: { readonly atMs: number; readonly text: Promise<RollText> } | undefined;

  const renew = () => {
    // A source that was opened anew is told as it was until it answers.
    const answers = [...stops.keys()].flatMap(
      (source) => source.latest() ?? newest?.told.get(source.label.id)?.answer ?? [],
    );
    const next = toNextVersion(newest, answers, { ...settings, asOf: new Date() });
    if (next === newest) return;
    newest = next;
    frames.clear();
    onNews();
  };
  const soon = callTogether(() => newest && renew(), togetherMs);

  const follow = () => {
    if (roll && performance.now() - roll.atMs > rollKeptMs) roll = undefined;
    if (sources() === followed) return;
    followed = sources();
    const present = new Set(followed.filter(({ label }) => label.kind === kind));
    listenTo(present, stops, soon.call);
    if (newest) soon.call();
  };
  follow();
  void askUnknown([...stops.keys()]).then(() => followed && renew());

  return {
    newest: () => newest,
    roll() {
      if (!newest) throw new Error("no version yet");
      if (roll && performance.now() - roll.atMs <= rollKeptMs) return roll.text;
      roll = { atMs: performance.now(), text: writeRoll(kind, newest) };
      return roll.text;
    },
    frameFrom(held) {
      if (!newest) throw new Error("no version yet");
      if (!frames.has(held)) frames.set(held, toFrame(kind, held, newest));
      return frames.get(held);
    },
    follow,
    close() {
      soon.cancel();
      for (const stop of stops.values()) stop();
      stops.clear();
      followed = undefined;
    },
  };
}

/** `stops` holds those it listens to, and how to stop that. */
function listenTo(
  present: ReadonlySet<WatchedSource>,
  stops: Map<WatchedSource, () => void>,
  onAnswer: () => void,
): void {
  for (const source of present) {
    if (!stops.has(source)) stops.set(source, source.onAnswer(onAnswer));
  }
  for (const [source, stop] of stops) {
    if (present.has(source)) continue;
    stop();
    stops.delete(source);
  }
}

async function askUnknown(sources: readonly WatchedSource[]): Promise<void> {
  await Promise.all(sources.map((source) => source.latest() ?? source.look()));
}

function toFrame(kind: SessionKind, held: Version, newest: Version): Buffer | undefined {
  const changes = toChanges(kind, held, newest);
  return changes && Buffer.from(JSON.stringify(changes));
}
