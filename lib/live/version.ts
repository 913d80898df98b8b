import type { WireSource } from "@/lib/sessions/live-message";
import { toWireSource } from "@/lib/sessions/live-wire";
import { type SourceAnswer, sessionsOf } from "@/lib/sessions/roll";
import { keepRows, type Row } from "./keep-rows";

/** What is told of one source. */
export interface Told {
  /** Of which it was made: all of it, which the audience may not see. */
  readonly answer: SourceAnswer;
  /** Its id is another one while the audience sees nobody there. */
  readonly source: WireSource;
  readonly rows: readonly Row[];
}

/** How all sources stood at one moment. Two versions share what did not change between them. */
export interface Version {
  readonly number: number;
  readonly asOf: Date;
  /** By source id, in the order of the sources. */
  readonly told: ReadonlyMap<string, Told>;
}

export interface VersionSettings {
  /** The part of an answer that the audience may see. */
  readonly toSeen: (answer: SourceAnswer) => SourceAnswer;
  readonly nextNo: () => number;
  readonly asOf: Date;
}

/** The one before when nothing is new. */
export function toNextVersion(
  before: Version | undefined,
  answers: readonly SourceAnswer[],
  { toSeen, nextNo, asOf }: VersionSettings,
): Version {
  let isNew = before?.told.size !== answers.length;
  const told = new Map<string, Told>();
  for (const answer of answers) {
    const former = before?.told.get(answer.source.id);
    if (former?.answer === answer) {
      told.set(answer.source.id, former);
      continue;
    }
    isNew = true;
    const seen = toSeen(answer);
    const rows = toRows(former, seen, nextNo);
    told.set(answer.source.id, { answer, source: toWireSource(seen), rows });
  }
  return before && !isNew ? before : { number: (before?.number ?? 0) + 1, asOf, told };
}

const noRows: readonly Row[] = [];

function toRows(former: Told | undefined, answer: SourceAnswer, nextNo: () => number) {
  if (answer.state === "silent") return noRows;
  const listed = { sessions: sessionsOf(answer), answeredAt: answer.answeredAt };
  return keepRows(former?.rows ?? noRows, listed, nextNo);
}
