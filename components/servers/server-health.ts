import type { ServerSourceView, ServerView } from "./server-view";

/**
 * How a server is, as one word. `partly`: some of its sources are silent, others are not;
 * `unusable`: it cannot be asked at all; `nothing`: there is nothing to ask it for.
 */
export type HealthState =
  | "answered"
  | "stale"
  | "partly"
  | "silent"
  | "notAsked"
  | "unusable"
  | "nothing";

export interface ServerHealth {
  readonly state: HealthState;
  /** Since when the first of its sources fails; null where none does. */
  readonly since: Date | null;
}

export function healthOf({ sources, problem }: ServerView): ServerHealth {
  const failing = sources.flatMap(({ asked }) => asked?.failingSince ?? []);
  const since = failing.reduce<Date | null>(
    (first, each) => (first && first <= each ? first : each),
    null,
  );
  return { state: problem === null ? stateOf(sources) : "unusable", since };
}

function stateOf(sources: readonly ServerSourceView[]): HealthState {
  const states = sources.map(({ asked }) => asked?.state);
  if (states.length === 0) return "nothing";
  if (states.every((state) => state === "silent")) return "silent";
  if (states.includes("silent")) return "partly";
  if (states.includes("stale")) return "stale";
  return states.includes(undefined) ? "notAsked" : "answered";
}

/** Its host key is not the accepted one, or none is accepted yet. */
export function isUntrusted({ sources }: ServerView): boolean {
  return sources.some(({ asked }) => asked?.failure?.code === "not-trusted");
}

export interface ServerTrouble {
  /** Behind the titles of the sources it is about, where these are not all of them. */
  readonly sentence: string;
  readonly isStale: boolean;
  readonly printed: string | null;
}

/** Why sources do not answer, each reason once. */
export function troublesOf({ sources }: ServerView): readonly ServerTrouble[] {
  const failing = sources.flatMap(({ title, asked }) =>
    asked && asked.trouble !== null ? [{ title, trouble: asked.trouble, asked }] : [],
  );
  return [...Map.groupBy(failing, ({ trouble }) => trouble)].map(([trouble, all]) => ({
    sentence:
      all.length === sources.length
        ? trouble
        : `${all.map(({ title }) => title).join(", ")}: ${trouble}`,
    isStale: all.every(({ asked }) => asked.state === "stale"),
    printed: all.flatMap(({ asked }) => asked.printed ?? [])[0] ?? null,
  }));
}

/** Of the source that takes longest; null where none has answered. */
export function roundTripOf({ sources }: ServerView): number | null {
  const tookMs = sources.flatMap(({ lookMs }) => lookMs ?? []);
  return tookMs.length === 0 ? null : Math.max(...tookMs);
}

/** Sessions that are known there; null where no source has an answer to show. */
export function sessionsOfServer({ sources }: ServerView): number | null {
  const known = sources.flatMap(({ asked }) => (asked && asked.state !== "silent" ? [asked] : []));
  return known.length === 0 ? null : known.reduce((sum, { sessionCount }) => sum + sessionCount, 0);
}

export function remarkCount({ sources }: ServerView): number {
  return sources.reduce((sum, { asked }) => sum + (asked?.limits.length ?? 0), 0);
}
