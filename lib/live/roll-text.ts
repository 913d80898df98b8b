import { setImmediate as nextTurn } from "node:timers/promises";
import type { SessionKind } from "@/lib/sessions/session";
import { toWireRow } from "./changes";
import type { Row } from "./keep-rows";
import type { Version } from "./version";

/** A roll as text: each part holds the JSON of some answers. */
export interface RollText {
  readonly kind: SessionKind;
  readonly version: Version;
  readonly parts: readonly (readonly string[])[];
}

/** A part is 64 KiB at most, its first line included. */
const mostBytes = 65_536 - 512;
/** Others wait while a roll is written. */
const longestTurnMs = 5;

/** Writes what is not written yet, and lets others have their turn meanwhile. */
export async function writeRoll(kind: SessionKind, version: Version): Promise<RollText> {
  const pause = pauseAfter(longestTurnMs);
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const { source, rows } of version.told.values()) {
    const start = `{"source":${JSON.stringify(source)},"rows":[`;
    const startBytes = Buffer.byteLength(start);
    for (const piece of await writeRows(rows, pause)) {
      const size = startBytes + piece.bytes + 3;
      if (bytes > 0 && bytes + size > mostBytes) {
        parts.push([]);
        bytes = 0;
      }
      parts.at(-1)?.push(`${start}${piece.text}]}`);
      bytes += size;
    }
  }
  return { kind, version, parts };
}

/** The text of one part, which is sent as it is. */
export function toPart({ kind, version, parts }: RollText, index: number): Buffer {
  const { number, asOf } = version;
  const head = { type: "roll", kind, number, left: parts.length - 1 - index, asOf };
  return Buffer.from(
    `${JSON.stringify(head).slice(0, -1)},"answers":[${(parts[index] ?? []).join()}]}`,
  );
}

interface Piece {
  readonly text: string;
  readonly bytes: number;
}

/** For as long as a version has them. */
const written = new WeakMap<readonly Row[], readonly Piece[]>();

const mostPieceBytes = mostBytes / 2;

/** At least one piece, for a source without rows is told too. */
async function writeRows(
  rows: readonly Row[],
  pause: () => Promise<void>,
): Promise<readonly Piece[]> {
  const known = written.get(rows);
  if (known) return known;
  const pieces: Piece[] = [];
  let texts: string[] = [];
  let bytes = 0;
  const cut = () => {
    pieces.push({ text: texts.join(), bytes });
    texts = [];
    bytes = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(toWireRow(row));
    const size = Buffer.byteLength(text) + 1;
    if (bytes > 0 && bytes + size > mostPieceBytes) {
      cut();
      await pause();
    }
    texts.push(text);
    bytes += size;
  }
  cut();
  written.set(rows, pieces);
  return pieces;
}

function pauseAfter(ms: number): () => Promise<void> {
  let begunAtMs = performance.now();
  return async () => {
    if (performance.now() - begunAtMs < ms) return;
    await nextTurn();
    begunAtMs = performance.now();
  };
}
