import type { Changes, WireRow, WireSource } from "@/lib/sessions/live-message";
import { toWireSession } from "@/lib/sessions/live-wire";
import type { SessionKind } from "@/lib/sessions/session";
import { isAlike } from "./is-as-told";
import type { Row } from "./keep-rows";
import type { Told, Version } from "./version";

/** Where more has changed, the roll is sent again: it goes in parts, and so waits for a slow reader. */
const mostWeight = 16_384;
const weightOfAdded = 4;

/** What leads from one version to a later one; undefined where that is too much for one message. */
export function toChanges(kind: SessionKind, from: Version, to: Version): Changes | undefined {
  const parts = [...to.told].map(([id, told]) => diff(from.told.get(id), told));
  const left = [...from.told].flatMap(([id, told]) =>
    isNamedAlike(told, to.told.get(id)) ? [] : [told],
  );
  const added = parts.flatMap((part) => part.added);
  const changed = parts.flatMap((part) => part.changed);
  if (added.length * weightOfAdded + changed.length > mostWeight) return undefined;
  return {
    type: "changes",
    kind,
    from: from.number,
    to: to.number,
    asOf: to.asOf.toISOString(),
    sources: parts.flatMap(({ source }) => source ?? []),
    checked: parts.flatMap(({ checked }) => (checked ? [[...checked]] : [])),
    left: left.map(({ source }) => source.id),
    added: added.map(toWireRow),
    changed: changed.map(toWireChange),
    gone: [...parts.flatMap(({ gone }) => gone), ...left.flatMap(({ rows }) => rows)].map(
      ({ no }) => no,
    ),
  };
}

export function toWireRow({ no, at, session }: Row): WireRow {
  return { no, at: at.toISOString(), session: toWireSession(session) };
}

interface Change {
  readonly before: Row;
  readonly after: Row;
}

interface Difference {
  readonly source?: WireSource;
  readonly checked?: readonly [string, string];
  readonly added: readonly Row[];
  readonly changed: readonly Change[];
  readonly gone: readonly Row[];
}

const noDifference: Difference = { added: [], changed: [], gone: [] };

function diff(from: Told | undefined, to: Told): Difference {
  if (!from || !isNamedAlike(from, to)) {
    return { ...noDifference, source: to.source, added: to.rows };
  }
  if (from === to) return noDifference;
  return { ...diffSources(from.source, to.source), ...diffRows(from.rows, to.rows) };
}

function isNamedAlike(one: Told, other: Told | undefined): boolean {
  return one.source.id === other?.source.id;
}

function diffSources(from: WireSource, to: WireSource): Pick<Difference, "source" | "checked"> {
  const { answeredAt } = to;
  if (answeredAt === null || !isAlike({ ...from, answeredAt }, to)) return { source: to };
  return answeredAt === from.answeredAt ? {} : { checked: [to.id, answeredAt] };
}

function diffRows(from: readonly Row[], to: readonly Row[]) {
  if (from === to) return noDifference;
  const added: Row[] = [];
  const changed: Change[] = [];
  const isInPlace = (row: Row | undefined, place: number) => from[place]?.no === row?.no;
  const moved = new Map(
    from.flatMap((row, place) => (isInPlace(to[place], place) ? [] : [[row.no, row] as const])),
  );
  for (const [place, after] of to.entries()) {
    const before = isInPlace(after, place) ? from[place] : moved.get(after.no);
    moved.delete(after.no);
    if (!before) added.push(after);
    else if (before !== after) changed.push({ before, after });
  }
  return { added, changed, gone: [...moved.values()] };
}

function toWireChange({ before, after }: Change): Changes["changed"][number] {
  const former = toWireSession(before.session);
  const fields = Object.entries(toWireSession(after.session)).filter(
    ([name, value]) => !isAlike(Reflect.get(former, name), value),
  );
  return { no: after.no, at: after.at.toISOString(), fields: Object.fromEntries(fields) };
}
