import { actOnSource, type SourceActSettings, type SourceRequest } from "./act-on-source";
import type { ActionOutcome, OnOutcome } from "./action-outcome";
import { type Acts, type ActUnderWay, openActs } from "./acts";
import { findHolders } from "./find-holders";
import type { Operator } from "./operator";
import { reason } from "./reason";
import { sessionsOf } from "./roll";
import type { SessionKind } from "./session";
import { keyOf, type SessionRef } from "./session-ref";
import { canAsk, canSee, canSeeRef } from "./sight";
import type { Failure } from "./source-error";
import type { WatchedSource } from "./watched-source";

export interface ActSettings extends Omit<SourceActSettings, "by" | "settle" | "canSee"> {
  /** What everybody does and did; without it, nobody else acts. */
  readonly acts?: Acts;
  /** For each place among the refs. */
  readonly onOutcome?: OnOutcome;
}

export interface Acting extends SourceRequest {
  readonly kind: SessionKind;
}

/** Acts on all sources at once, and on a session when no other act on it is under way. One outcome a ref, in order. */
export async function actOnSessions(
  sources: readonly WatchedSource[],
  { kind, refs, ...request }: Acting,
  operator: Operator,
  { acts = openActs(), onOutcome, ...settings }: ActSettings,
): Promise<readonly ActionOutcome[]> {
  const outcomes = new Map<number, ActionOutcome>();
  const keys = refs.map(keyOf);
  const places = Map.groupBy(keys.keys(), (place) => keys[place]);
  const tell = (ref: SessionRef, outcome: ActionOutcome) => {
    for (const place of places.get(keyOf(ref)) ?? []) {
      outcomes.set(place, outcome);
      onOutcome?.(place, outcome);
    }
  };

  const allowed: SessionRef[] = [];
  const known = findKnown(sources, { kind, refs }, operator);
  for (const ref of new Map(refs.map((ref) => [keyOf(ref), ref])).values()) {
    const refusal = refusalOf(ref, kind, operator) ?? unseenOf(ref, operator, known);
    if (refusal) tell(ref, refusal);
    else allowed.push(ref);
  }

  const act = acts.begin(allowed, operator, request.action);
  const told: SourceActSettings = {
    ...settings,
    by: operator.name,
    settle: (ref, outcome) => tell(ref, act.settle(ref, outcome)),
    canSee: (session) => canSee(operator, session),
  };
  const byId = new Map(sources.map((source) => [source.label.id, source]));
  const bySource = Map.groupBy(allowed, ({ sourceId }) => sourceId);
  try {
    await Promise.all(
      [...bySource].map(async ([sourceId, ofSource]) => {
        const source = byId.get(sourceId);
        if (source?.label.kind === kind) {
          await actInTurn(source, act, { ...request, refs: ofSource }, told);
        } else {
          const outcome = outcomeWithoutSource(source, kind);
          for (const ref of ofSource) told.settle(ref, outcome);
        }
      }),
    );
  } finally {
    act.end();
  }
  return refs.map((ref, place) => outcomes.get(place) ?? unsettled(ref));
}

function refusalOf(
  ref: SessionRef,
  kind: SessionKind,
  operator: Operator,
): ActionOutcome | undefined {
  if (!operator.mayAct || !canAsk(operator, kind)) {
    return { status: "refused", why: "notAllowed", reason: null };
  }
  if (kind === "panel" && ref.id === operator.panelSessionId) {
    return { status: "refused", why: "ownSession", reason: null };
  }
  return undefined;
}

/** Those listed under the ids of the refs as last known; not looked for where everything is seen. */
function findKnown(
  sources: readonly WatchedSource[],
  { kind, refs }: Pick<Acting, "kind" | "refs">,
  { sees }: Operator,
) {
  const asked = sees === "everything" ? [] : sources.filter(({ label }) => label.kind === kind);
  const latest = asked.flatMap((source) => source.latest() ?? []);
  return findHolders(refs, latest.flatMap(sessionsOf));
}

export const unseen: ActionOutcome = { status: "refused", why: "unseen", reason: null };

/** One answer for a session of somebody else and for none at all, before anything is asked or waited for. */
function unseenOf(
  ref: SessionRef,
  operator: Operator,
  known: ReturnType<typeof findKnown>,
): ActionOutcome | undefined {
  if (canSeeRef(operator, ref, known.get(ref.id) ?? [])) return undefined;
  return unseen;
}

/** What others act on now waits for what becomes of it, and holds up nothing else. */
async function actInTurn(
  source: WatchedSource,
  act: ActUnderWay,
  { refs, ...request }: SourceRequest,
  settings: SourceActSettings,
): Promise<void> {
  const { behind = [], free = [] } = Object.groupBy(refs, (ref) =>
    act.isBehind(ref) ? "behind" : "free",
  );
  const actOn = async (some: readonly SessionRef[]) => {
    if (some.length > 0) await actOnSource(source, { ...request, refs: some }, settings);
  };
  const afterOthers = async () => {
    const left: SessionRef[] = [];
    await Promise.all(
      behind.map(async (ref) => {
        const outcome = await act.turn(ref);
        if (outcome) settings.settle(ref, outcome);
        else left.push(ref);
      }),
    );
    await actOn(left);
  };
  await Promise.all([actOn(free), afterOthers()]);
}

function outcomeWithoutSource(source: WatchedSource | undefined, kind: SessionKind): ActionOutcome {
  const why = source
    ? reason("otherKind", { listed: source.label.kind, asked: kind })
    : reason("noSuchSource");
  const failure: Failure = { code: "unreachable", reason: why };
  return { status: "failed", failure };
}

function unsettled(ref: SessionRef): never {
  throw new Error(`no outcome for session ${ref.id} of ${ref.sourceId}`);
}
