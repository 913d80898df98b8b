import { isSameSession, mayBeSameSession } from "@/lib/sessions/same-session";
import type { Session } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import { isAsTold, type ToldSession } from "./is-as-told";

export interface Row extends ToldSession {
  /** Names it for as long as its session is listed. */
  readonly no: number;
}

export interface Listed {
  readonly sessions: readonly Session[];
  readonly answeredAt: Date;
}

/**
 * The rows of a source that has answered again. A session that is still listed keeps its number, one
 * that is as it was told keeps its row, and where nothing has changed at all the list is the same one.
 */
export function keepRows(
  before: readonly Row[],
  { sessions, answeredAt }: Listed,
  nextNo: () => number,
): readonly Row[] {
  // Most sessions stand where they stood, and then nobody needs to be looked for.
  const inPlace = sessions.map((session, place) => {
    const row = before[place];
    return row && isSameSession(row.session.ref, session.ref) ? row : undefined;
  });
  const moved = before.filter((row, place) => inPlace[place] !== row);
  const left = Map.groupBy(moved, ({ session }) => session.ref.id);
  let kept = 0;
  const rows = sessions.map((session, place): Row => {
    const former = inPlace[place] ?? takeFormer(left.get(session.ref.id) ?? [], session.ref);
    if (former && isAsTold(former, session, answeredAt)) {
      kept += 1;
      return former;
    }
    return { no: former?.no ?? nextNo(), at: answeredAt, session };
  });
  return kept === before.length && kept === rows.length ? before : rows;
}

/** A source names each session by an id of its own, so only one that errs has more than these. */
const mostOfOneId = 8;

function takeFormer(ofId: Row[], ref: SessionRef): Row | undefined {
  const near = ofId.slice(0, mostOfOneId);
  const same = near.findIndex(({ session }) => isSameSession(session.ref, ref));
  const found =
    same >= 0 ? same : near.findIndex(({ session }) => mayBeSameSession(session.ref, ref));
  return found >= 0 ? ofId.splice(found, 1)[0] : undefined;
}
