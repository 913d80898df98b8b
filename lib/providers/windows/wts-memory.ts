import { setTimeout as pause } from "node:timers/promises";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { parseWtsList, type WtsList, type WtsRow } from "./wts-rows";

/** The script starts a compiler on the server, so it is asked this seldom while nothing changes. */
const everyMs = 30_000;
/** While much changes: it may take a fifth of the time. */
const restPerWork = 4;
/** Where it does not work, it is tried again after this. */
const againMs = 600_000;
const deadlineMs = 5_000;

export interface KnownWts {
  readonly list: WtsList;
  readonly rows: ReadonlyMap<number, WtsRow>;
  readonly ageMs: number;
  /** Signatures of the text's rows at the time. */
  readonly seenWith: ReadonlySet<string>;
}

export interface WtsMemory {
  /** False while a question is under way. */
  isDue(): boolean;
  /** False where it is known not to work. */
  mayWork(): boolean;
  /** Joins the question under way, or asks. Resolves when it is answered or has failed. */
  ask(run: (signal: AbortSignal) => Promise<Answer>): Promise<void>;
  /** What the text says now. */
  noteText(signatures: readonly string[]): void;
  known(): KnownWts | undefined;
}

/** Keeps what WTS told last, and whether it works on this server. */
export function createWtsMemory(nowMs: () => number = () => performance.now()): WtsMemory {
  let told: (Omit<KnownWts, "ageMs" | "seenWith"> & { readonly atMs: number }) | undefined;
  let seenWith: ReadonlySet<string> | undefined;
  let brokenUntilMs = Number.NEGATIVE_INFINITY;
  let [restUntilMs, dueAtMs, textAtMs] = [brokenUntilMs, brokenUntilMs, brokenUntilMs];
  let text: readonly string[] = [];
  let underWay: Promise<void> | undefined;

  const mayWork = () => nowMs() >= brokenUntilMs;
  const giveUp = () => {
    told = undefined;
    seenWith = undefined;
    brokenUntilMs = nowMs() + againMs;
  };

  async function ask(run: (signal: AbortSignal) => Promise<Answer>): Promise<void> {
    const startedAtMs = nowMs();
    const answer = await run(AbortSignal.timeout(deadlineMs)).catch(toFailure);
    dueAtMs = nowMs() + everyMs;
    restUntilMs = nowMs() + (nowMs() - startedAtMs) * restPerWork;
    // A server that answers nothing at all is no proof against its PowerShell.
    if (answer === "timed-out" && textAtMs > startedAtMs) giveUp();
    if (typeof answer === "string") return;
    try {
      const list = parseWtsList(answer);
      const rows = new Map(list.sessions.map((row) => [row.id, row]));
      told = { list, rows, atMs: nowMs() };
      seenWith = textAtMs >= startedAtMs ? new Set(text) : undefined;
      brokenUntilMs = Number.NEGATIVE_INFINITY;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      giveUp();
    }
  }

  const hasChanged = () =>
    seenWith !== undefined &&
    (text.length !== seenWith.size || text.some((row) => !seenWith?.has(row)));

  return {
    mayWork,
    isDue: () =>
      !underWay && mayWork() && nowMs() >= restUntilMs && (nowMs() >= dueAtMs || hasChanged()),
    ask(run) {
      underWay ??= ask(run).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    noteText(signatures) {
      text = signatures;
      textAtMs = nowMs();
      if (told) seenWith ??= new Set(text);
    },
    known: () => told && { ...told, seenWith: seenWith ?? new Set(), ageMs: nowMs() - told.atMs },
  };
}

function toFailure(error: unknown): "timed-out" | "no-answer" {
  if (error instanceof Error && error.name === "TimeoutError") return "timed-out";
  if (error instanceof SourceError) return "no-answer";
  throw error;
}

/** Resolves when the work is done or the patience is over; rejects with the signal's reason. */
export async function waitPatiently(
  work: Promise<void>,
  patienceMs: number,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const patience = pause(patienceMs, undefined, { signal: AbortSignal.any([signal, over.signal]) });
  try {
    await Promise.race([work, patience]);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    over.abort();
  }
}
