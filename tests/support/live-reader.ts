import type { WebSocket } from "ws";
import {
  type Changes,
  type LiveMessage,
  liveMessageSchema,
  type RollPart,
  type Watch,
  type WireSource,
} from "@/lib/sessions/live-message";

interface KnownRow {
  readonly no: number;
  readonly at: string;
  readonly session: Readonly<Record<string, unknown>>;
}

/** What a browser would know by now, of messages that each have passed the schema. */
export interface LiveReader {
  readonly messages: LiveMessage[];
  /** Undefined until a roll stands. */
  number(): number | undefined;
  sources(): ReadonlyMap<string, WireSource>;
  rows(): ReadonlyMap<number, KnownRow>;
  /** How many changes began with another number than the one it held. */
  gaps(): number;
  take(text: string): void;
}

export function createLiveReader(): LiveReader {
  const messages: LiveMessage[] = [];
  const sources = new Map<string, WireSource>();
  const rows = new Map<number, KnownRow>();
  let number: number | undefined;
  let gaps = 0;
  let isInRoll = false;

  const takeRoll = ({ answers, left, number: to }: RollPart) => {
    if (!isInRoll) {
      sources.clear();
      rows.clear();
    }
    for (const { source, rows: told } of answers) {
      sources.set(source.id, source);
      for (const row of told) rows.set(row.no, row);
    }
    isInRoll = left > 0;
    number = isInRoll ? undefined : to;
  };

  const takeChanges = (changes: Changes) => {
    if (changes.from !== number) gaps += 1;
    number = changes.to;
    applySources(sources, changes);
    applyRows(rows, changes);
  };

  return {
    messages,
    number: () => number,
    sources: () => sources,
    rows: () => rows,
    gaps: () => gaps,
    take(text) {
      const message = liveMessageSchema.parse(JSON.parse(text));
      messages.push(message);
      if (message.type === "roll") takeRoll(message);
      if (message.type === "changes") takeChanges(message);
    },
  };
}

function applySources(sources: Map<string, WireSource>, changes: Changes): void {
  for (const source of changes.sources) sources.set(source.id, source);
  for (const [id, answeredAt] of changes.checked) {
    const source = sources.get(id);
    if (!source) throw new Error(`${id} was checked and never told`);
    sources.set(id, { ...source, answeredAt });
  }
  for (const id of changes.left) sources.delete(id);
}

function applyRows(rows: Map<number, KnownRow>, { gone, added, changed }: Changes): void {
  for (const no of gone) {
    if (!rows.delete(no)) throw new Error(`row ${no} has gone and was never told`);
  }
  for (const row of added) {
    if (rows.has(row.no)) throw new Error(`row ${row.no} was added twice`);
    rows.set(row.no, row);
  }
  for (const { no, at, fields } of changed) {
    const row = rows.get(no);
    if (!row) throw new Error(`row ${no} has changed and was never told`);
    rows.set(no, { no, at, session: { ...row.session, ...fields } });
  }
}

export function readLive(socket: WebSocket) {
  const reader = createLiveReader();
  socket.on("message", (text) => reader.take(text.toString()));
  const watch = (kind: Watch["kind"]) => socket.send(JSON.stringify({ type: "watch", kind }));
  return { ...reader, watch };
}
