import { failureOf } from "./failure-of";
import type { SourceAnswer, SourceLabel } from "./roll";
import type { SessionSource } from "./session-source";

/** A source together with its latest answer. All who look at the same time share one question. */
export interface WatchedSource {
  readonly label: SourceLabel;
  readonly source: SessionSource;
  /** Undefined until the first answer or failure. */
  latest(): SourceAnswer | undefined;
  /** How long the last look took that was answered; null until there is one. */
  lookMs(): number | null;
  /** Joins the look under way, or begins one. */
  look(): Promise<SourceAnswer>;
  /** A look that begins after this call, so it sees what was done before it. */
  lookAfresh(): Promise<SourceAnswer>;
  /** As `lookAfresh`, but those who ask at the same moment share one look. */
  refresh(): Promise<SourceAnswer>;
  /** Whether somebody listens for its answers, or has a page open that shows it. */
  isWatched(): boolean;
  /** Calls after each look, whoever asked for it, until what it returns is called. */
  onAnswer(listener: () => void): () => void;
  /** The latest answer, renewed when it is older than `maxAgeMs`, but not waited for longer than `patienceMs` unless nothing is known yet. */
  glance(maxAgeMs: number, patienceMs: number): Promise<SourceAnswer>;
}

/** A page that is open glances more often than this. */
const watchedForMs = 10_000;

/** Who presses Refresh this soon after another, whose look is still under way, pressed it at once. */
const atOnceMs = 250;

export interface WatchSettings {
  readonly timeoutMs: number;
  readonly now: () => Date;
  /** Told of errors that no server caused, so that they are found and mended. */
  readonly reportBug: (error: unknown, sourceId: string) => void;
}

export function watchSource(
  label: SourceLabel,
  source: SessionSource,
  { timeoutMs, now, reportBug }: WatchSettings,
): WatchedSource {
  let latest: SourceAnswer | undefined;
  let lookMs: number | null = null;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let glancedAtMs = Number.NEGATIVE_INFINITY;
  let underWay: Promise<SourceAnswer> | undefined;
  const answered = createListeners();
  let refreshing: { readonly atMs: number; readonly answer: Promise<SourceAnswer> } | undefined;

  async function ask(): Promise<SourceAnswer> {
    const begunAtMs = performance.now();
    try {
      const sessions = await listInTime(source, timeoutMs);
      const limits = source.limits?.() ?? [];
      latest = { state: "answered", source: label, sessions, limits, answeredAt: now() };
      lookMs = performance.now() - begunAtMs;
    } catch (error) {
      latest = toUnanswered(label, latest, {
        failure: failureOf(error, timeoutMs, (bug) => reportBug(bug, label.id)),
        failedAt: now(),
      });
    }
    lookedAtMs = performance.now();
    answered.tell();
    return latest;
  }

  const look = () => {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  const lookAfresh = async () => {
    await underWay;
    return look();
  };

  return {
    label,
    source,
    latest: () => latest,
    lookMs: () => lookMs,
    look,
    lookAfresh,
    refresh() {
      if (refreshing && performance.now() - refreshing.atMs <= atOnceMs) return refreshing.answer;
      const begun = { atMs: performance.now(), answer: lookAfresh() };
      refreshing = begun;
      return begun.answer.finally(() => {
        if (refreshing === begun) refreshing = undefined;
      });
    },
    isWatched: () => answered.hasAny() || performance.now() - glancedAtMs <= watchedForMs,
    onAnswer: answered.add,
    async glance(maxAgeMs, patienceMs) {
      glancedAtMs = performance.now();
      if (latest && performance.now() - lookedAtMs <= maxAgeMs) return latest;
      return latest ? firstOf(look(), latest, patienceMs) : look();
    },
  };
}

function createListeners() {
  const all = new Set<{ readonly call: () => void }>();
  return {
    hasAny: () => all.size > 0,
    tell() {
      for (const { call } of all) call();
    },
    add(call: () => void) {
      const listener = { call };
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
  };
}

type Unanswered = Exclude<SourceAnswer, { state: "answered" }>;

function toUnanswered(
  source: SourceLabel,
  before: SourceAnswer | undefined,
  { failure, failedAt }: { failure: Unanswered["failure"]; failedAt: Date },
): SourceAnswer {
  if (!before || failure.isNobodyLeft) {
    const failingSince = before && before.state !== "answered" ? before.failingSince : failedAt;
    return { state: "silent", source, failure, failingSince };
  }
  switch (before.state) {
    case "answered":
      return { ...before, state: "stale", failure, failingSince: failedAt };
    case "stale":
    case "silent":
      return { ...before, failure };
  }
}

/** Ends at the deadline even when the source does not heed its signal. */
async function listInTime(source: SessionSource, timeoutMs: number) {
  const signal = AbortSignal.timeout(timeoutMs);
  const deadline = Promise.withResolvers<never>();
  const onAbort = () => deadline.reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([source.list(signal), deadline.promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function firstOf<Value>(slow: Promise<Value>, known: Value, patienceMs: number) {
  const patience = Promise.withResolvers<Value>();
  const timer = setTimeout(() => patience.resolve(known), patienceMs);
  try {
    return await Promise.race([slow, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
