import type { Feed } from "./feed";
import { type RollText, toPart } from "./roll-text";
import type { Version } from "./version";

/** How far one reader has come with one feed. */
export interface CatchUp {
  /** Says one frame at most, the one that brings the reader nearest to the newest version. */
  tell(): void;
  /** When the roll under way was begun. */
  rollBegunAtMs(): number | undefined;
}

export interface CatchUpSettings {
  readonly say: (frame: Buffer) => void;
  /** There is more to tell, as soon as the reader has read. */
  readonly onMore: () => void;
  readonly reportBug: (error: unknown) => void;
}

interface RollUnderWay {
  readonly text: RollText;
  readonly begunAtMs: number;
  next: number;
}

export function openCatchUp(feed: Feed, { say, onMore, reportBug }: CatchUpSettings): CatchUp {
  let held: Version | undefined;
  let roll: RollUnderWay | undefined;
  let isAwaitingRoll = false;

  const tellPart = (under: RollUnderWay) => {
    say(toPart(under.text, under.next));
    under.next += 1;
    if (under.next === under.text.parts.length) {
      held = under.text.version;
      roll = undefined;
    }
    onMore();
  };

  const beginRoll = () => {
    isAwaitingRoll = true;
    feed.roll().then((text) => {
      isAwaitingRoll = false;
      roll = { text, begunAtMs: performance.now(), next: 0 };
      onMore();
    }, reportBug);
  };

  return {
    tell() {
      const newest = feed.newest();
      if (roll) return tellPart(roll);
      if (!newest || held === newest || isAwaitingRoll) return;
      const frame = held && feed.frameFrom(held);
      if (!frame) return beginRoll();
      held = newest;
      say(frame);
    },
    rollBegunAtMs: () => roll?.begunAtMs,
  };
}
