import { toSeen } from "./conceal";
import type { Operator } from "./operator";
import type { Roll } from "./roll";
import type { SessionKind } from "./session";
import { canAsk } from "./sight";
import type { WatchedSource } from "./watched-source";

export interface RollSettings {
  /** Answers younger than this are not asked for again. */
  readonly maxAgeMs: number;
  /** How long a slow source may hold up the others. */
  readonly patienceMs: number;
  readonly now: () => Date;
  /** The operator with what they see by now. */
  readonly seeNow: (operator: Operator) => Promise<Operator>;
}

export interface RollQuestion {
  readonly kind: SessionKind;
  readonly operator: Operator;
  /** Ask every source now, and wait for each answer or its deadline. */
  readonly fresh: boolean;
}

/** The latest answers of all sources of one kind that the operator may see. Never fails as a whole. */
export async function takeRoll(
  sources: readonly WatchedSource[],
  { kind, operator, fresh }: RollQuestion,
  { maxAgeMs, patienceMs, now, seeNow }: RollSettings,
): Promise<Roll> {
  const answers = await Promise.all(
    findSources(sources, kind, operator).map((source) =>
      fresh ? source.refresh() : source.glance(maxAgeMs, patienceMs),
    ),
  );
  // A server may take its time, and what the operator saw when they asked may be somebody else's by now.
  const seeing = await seeNow(operator);
  const seen = canAsk(seeing, kind) ? answers.map((answer) => toSeen(answer, seeing)) : [];
  return { kind, asOf: now(), answers: seen };
}

/** Rollcall's own sessions are no further than its database, so that what is known of them is never old. */
const own = { maxAgeMs: 1000, patienceMs: 1000 } as const;

/** As `takeRoll`, of what is known: waits only for sources that never answered, and no server counts as watched. */
export async function takeKnownRoll(
  sources: readonly WatchedSource[],
  { kind, operator }: Omit<RollQuestion, "fresh">,
): Promise<Roll> {
  const answers = await Promise.all(
    findSources(sources, kind, operator).map((source) =>
      kind === "panel"
        ? source.glance(own.maxAgeMs, own.patienceMs)
        : (source.latest() ?? source.look()),
    ),
  );
  return { kind, asOf: new Date(), answers: answers.map((answer) => toSeen(answer, operator)) };
}

function findSources(sources: readonly WatchedSource[], kind: SessionKind, operator: Operator) {
  return sources.filter(({ label }) => label.kind === kind && canAsk(operator, kind));
}
