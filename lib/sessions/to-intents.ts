import type { RecordedActing } from "./act-on-record";
import type { AuditDetail, AuditEntry, AuditEvent } from "./audit-entry";
import { findHolders } from "./find-holders";
import type { Operator } from "./operator";
import { toEntry } from "./record";
import { sessionsOf } from "./roll";
import { isSameSession } from "./same-session";
import type { Session } from "./session";
import type { SessionAction } from "./session-action";
import { keyOf, type SessionRef } from "./session-ref";
import { canSee } from "./sight";
import type { WatchedSource } from "./watched-source";

const eventOf = {
  remove: "session.remove",
  forceRemove: "session.force-remove",
  disconnect: "session.disconnect",
  logOff: "session.log-off",
  reset: "session.reset",
  sendMessage: "session.send-message",
} as const satisfies Record<SessionAction, AuditEvent>;

/**
 * An entry for each ref, in order: who means to do what to whom, and what the row showed. One for a ref
 * that is named twice, and none for a session that the operator does not see: anybody could name any number.
 */
export function toIntents(
  sources: readonly WatchedSource[],
  { kind, action, refs, reason, message }: RecordedActing,
  by: Operator,
): readonly (AuditEntry | undefined)[] {
  const find = findRows(sources, refs);
  const toIntent = (ref: SessionRef) => {
    const { source, row } = find(ref);
    if (by.sees !== "everything" && !(row && canSee(by, row))) return undefined;
    const detail = {
      kind,
      ref: { id: ref.id, user: ref.user, start: ref.start, name: ref.name },
      row: row ? toShown(row) : null,
      ...(message === undefined ? {} : { message }),
    };
    const on = {
      server: source?.label.server ?? null,
      sourceId: ref.sourceId,
      user: row?.user ?? ref.user,
      address: row?.remoteAddress ?? null,
    };
    const actId = crypto.randomUUID();
    const stage = { phase: "intent", actId, outcome: null } as const;
    return toEntry({ event: eventOf[action], by, reason, detail, ...on }, stage);
  };
  const unlike = new Map(refs.map((ref) => [keyOf(ref), ref]));
  const byKey = new Map([...unlike].map(([key, ref]) => [key, toIntent(ref)]));
  return refs.map((ref) => byKey.get(keyOf(ref)));
}

function findRows(sources: readonly WatchedSource[], refs: readonly SessionRef[]) {
  const byId = new Map(sources.map((source) => [source.label.id, source]));
  const holders = new Map(
    [...Map.groupBy(refs, ({ sourceId }) => sourceId)].map(([sourceId, ofSource]) => {
      const answer = byId.get(sourceId)?.latest();
      return [sourceId, findHolders(ofSource, answer ? sessionsOf(answer) : [])];
    }),
  );
  return (ref: SessionRef) => ({
    source: byId.get(ref.sourceId),
    row: holders
      .get(ref.sourceId)
      ?.get(ref.id)
      ?.find((session) => isSameSession(session.ref, ref)),
  });
}

function toShown({ ref: _, ...shown }: Session): AuditDetail {
  return shown;
}
