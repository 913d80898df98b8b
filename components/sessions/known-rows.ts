import type { Changes, RollPart, WireRow, WireSession } from "@/lib/sessions/live-message";
import { mayBeSameSession } from "@/lib/sessions/same-session";
import type { Session } from "@/lib/sessions/session";
import { type KnownRow, mergeRows, toRenewed } from "./merge-rows";
import { type SourceView, toSourceView } from "./roll-view";
import { sessionKey } from "./session-key";

/** How long an ended session stays to be seen. */
export const endedShownMs = 5000;

/** What is known of the sessions of one kind, changed in place: a page may hold 100,000. */
export interface KnownRows<Kind extends Session> {
  readonly isKind: (session: Session) => session is Kind;
  /** The panel session of the operator. */
  readonly ownSessionId: string | null;
  readonly sources: Map<string, SourceView>;
  /** By key, in the order of the servers and of arrival; among them those that ended a moment ago. */
  rows: Map<string, KnownRow<Kind>>;
  /** The key of each row that Rollcall names by number. */
  keys: Map<number, string>;
  /** Of the last change; null before the first roll. */
  number: number | null;
}

/** A roll takes the place of what was known; who was shown keeps the place. */
export function takeWholeRoll<Kind extends Session>(
  known: KnownRows<Kind>,
  parts: readonly RollPart[],
  nowMs: number,
): void {
  const answers = parts.flatMap((part) => part.answers);
  known.sources.clear();
  for (const { source } of answers) known.sources.set(source.id, toSourceView(source));
  const answered = new Set([...known.sources.values()].filter(isAnswered).map(({ id }) => id));
  const wires = answers.flatMap(({ rows }) => rows);
  const came = new Map(wires.map((wire) => [wire.no, toRow(known, wire)]));
  const merged = mergeRows([...known.rows.values()], [...came.values()], answered, nowMs);
  known.rows = new Map(merged.rows.map((row) => [row.key, row]));
  known.keys = new Map([...came].map(([no, { key }]) => [no, merged.shownAs.get(key) ?? key]));
  known.number = parts.at(-1)?.number ?? null;
}

/** False where a change was missed: nothing is taken then. */
export function applyChanges<Kind extends Session>(
  known: KnownRows<Kind>,
  changes: Changes,
  nowMs: number,
): boolean {
  if (changes.from !== known.number) return false;
  known.number = changes.to;
  applyToSources(known.sources, changes);
  const left = new Set<string>();
  for (const no of changes.gone) {
    left.add(known.keys.get(no) ?? "");
    known.keys.delete(no);
  }
  for (const change of changes.changed) applyChange(known, change, left);
  for (const wire of changes.added) {
    const row = toRow(known, wire);
    known.keys.set(wire.no, row.key);
    known.rows.set(row.key, toRenewed(known.rows.get(row.key) ?? row, row));
  }
  letGo(known, left, nowMs);
  restand(known, new Set(changes.sources.map(({ id }) => id)));
  return true;
}

/** Of these, those that are there still. */
export function endRows<Kind extends Session>(
  { rows }: KnownRows<Kind>,
  keys: readonly string[],
  nowMs: number,
): void {
  for (const key of keys) {
    const row = rows.get(key);
    if (row?.endedAtMs === null) rows.set(key, { ...row, endedAtMs: nowMs });
  }
}

/** Whether there were any. */
export function letGoOfEnded<Kind extends Session>(known: KnownRows<Kind>, nowMs: number): boolean {
  const before = known.rows.size;
  for (const [key, { endedAtMs }] of known.rows) {
    if (endedAtMs !== null && nowMs - endedAtMs >= endedShownMs) known.rows.delete(key);
  }
  return known.rows.size < before;
}

function toRow<Kind extends Session>(known: KnownRows<Kind>, wire: WireRow): KnownRow<Kind> {
  const session: Session = { ...wire.session, startedAt: toDate(wire.session.startedAt) };
  if (!known.isKind(session)) throw new Error(`a ${session.kind} session in the wrong roll`);
  const source = known.sources.get(session.ref.sourceId);
  return {
    key: sessionKey(session.ref),
    knownAs: session.ref,
    session,
    server: source?.server ?? "",
    provider: source?.provider ?? "",
    isOwn: session.kind === "panel" && session.ref.id === known.ownSessionId,
    answeredAt: new Date(wire.at),
    endedAtMs: null,
    ...standOf(source),
  };
}

function applyToSources(sources: Map<string, SourceView>, changes: Changes): void {
  for (const source of changes.sources) sources.set(source.id, toSourceView(source));
  for (const id of changes.left) sources.delete(id);
  for (const [id, at] of changes.checked) {
    const source = sources.get(id);
    if (source) sources.set(id, { ...source, answeredAt: new Date(at) });
  }
}

/** A number whose session has become a stranger to its row names another row; `left` is told of the former. */
function applyChange<Kind extends Session>(
  known: KnownRows<Kind>,
  { no, at, fields }: Changes["changed"][number],
  left: Set<string>,
): void {
  const row = known.rows.get(known.keys.get(no) ?? "");
  if (!row) return;
  const session = withFields(row.session, fields);
  const { ref } = session;
  const now = { ...row, key: sessionKey(ref), knownAs: ref, session, answeredAt: new Date(at) };
  const isSame = mayBeSameSession(row.knownAs, ref);
  const next = isSame ? toRenewed(row, now) : now;
  if (!isSame) left.add(row.key);
  known.keys.set(no, next.key);
  known.rows.set(next.key, next);
}

/**
 * The rows under these keys that no number names any more. One is "ended" only when its source answered
 * without it; else it goes without that claim.
 */
function letGo<Kind extends Session>(known: KnownRows<Kind>, left: Set<string>, nowMs: number) {
  if (left.size === 0) return;
  for (const key of known.keys.values()) left.delete(key);
  for (const key of left) {
    const row = known.rows.get(key);
    const source = row && known.sources.get(row.session.ref.sourceId);
    if (row && source && isAnswered(source)) known.rows.set(key, { ...row, endedAtMs: nowMs });
    else known.rows.delete(key);
  }
}

/** The rows of these sources say how they stand. */
function restand<Kind extends Session>(known: KnownRows<Kind>, changed: ReadonlySet<string>): void {
  if (changed.size === 0) return;
  for (const [key, row] of known.rows) {
    const { sourceId } = row.session.ref;
    if (!changed.has(sourceId)) continue;
    known.rows.set(key, { ...row, ...standOf(known.sources.get(sourceId)) });
  }
}

function standOf(source: SourceView | undefined) {
  return {
    staleSince: source?.state === "stale" ? source.answeredAt : null,
    limits: source?.limits ?? [],
  };
}

function isAnswered({ state }: SourceView): boolean {
  return state === "answered";
}

function withFields<Kind extends Session>(session: Kind, fields: Partial<WireSession>): Kind {
  const { startedAt, ...others } = fields;
  const began = startedAt === undefined ? {} : { startedAt: toDate(startedAt) };
  return Object.assign({}, session, others, began);
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
