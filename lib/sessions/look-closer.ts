import type { Acts } from "./acts";
import { toSeenActs } from "./conceal";
import { findOthers } from "./find-others";
import type { Operator } from "./operator";
import { sessionsOf } from "./roll";
import { mayBeSameSession } from "./same-session";
import { sessionKinds } from "./session";
import type { AskedDetail, SessionDetail } from "./session-detail";
import { canSeeRef } from "./sight";
import { takeKnownRoll } from "./take-roll";
import type { WatchedSource } from "./watched-source";
import { within } from "./within";

interface DetailPorts {
  readonly sources: readonly WatchedSource[];
  readonly acts: Pick<Acts, "of" | "over">;
}

/** The act that ended a session looks again within this time. */
const knownWithinMs = 2000;

const nothing: SessionDetail = { acts: [], ofUser: null, ofAddress: null, doubtful: [] };

/** What was done to a session and which others are like it, as last known; nothing to who may not see it. */
export async function lookCloser(
  asked: AskedDetail,
  operator: Operator,
  { sources, acts }: DetailPorts,
): Promise<SessionDetail> {
  const source = sources.find(({ label }) => label.id === asked.ref.sourceId);
  if (!source) return nothing;
  const rolls = await Promise.all(
    sessionKinds.map((kind) => takeKnownRoll(sources, { kind, operator })),
  );
  const listed = rolls.flatMap(({ answers }) => answers.flatMap(sessionsOf));
  if (!canSeeRef(operator, asked.ref, listed)) return nothing;
  // Whoever sees a session gone may be quicker than the act that has ended it.
  const isListed = listed.some(({ ref }) => mayBeSameSession(asked.ref, ref));
  if (!isListed) await within(acts.over(asked.ref), knownWithinMs);
  return { acts: toSeenActs(acts.of(asked.ref), operator), ...findOthers(rolls, asked) };
}
