import { isOnlyHere } from "@/components/servers/is-only-here";
import { healthOf, isUntrusted, remarkCount } from "@/components/servers/server-health";
import { type ServerView, toServersView } from "@/components/servers/server-view";
import type { Words } from "@/components/words/words";
import type { KnownServer } from "@/lib/sessions/server";

/** A server of which somebody should know, and what this operator may do about it on the Servers page. */
export interface TroubledServer {
  readonly server: ServerView;
  readonly lead: "review" | "edit" | "show";
}

export interface Attention {
  readonly asOf: Date;
  /** Those that fail first; not all where there are many. */
  readonly troubled: readonly TroubledServer[];
  readonly othersCount: number;
  readonly serverCount: number;
  readonly standing: "failing" | "notAskedYet" | "allAnswer";
  /** Of the oldest answer that counts as fresh; null while there is none. */
  readonly checkedAt: Date | null;
  /** Nothing but this machine is asked. */
  readonly isOnlyHere: boolean;
  readonly mayAct: boolean;
}

/** Who has more has another worry than which. */
const mostTold = 6;

const ranks = ["failing", "stale", "nothing", "remarks"] as const;
type Rank = (typeof ranks)[number];

export function toAttention(
  words: Words,
  known: readonly KnownServer[],
  { asOf, mayAct }: { readonly asOf: Date; readonly mayAct: boolean },
): Attention {
  const { servers } = toServersView(words, known, asOf);
  const ranked = servers
    .flatMap((server) => {
      const rank = rankOf(server);
      return rank ? [{ server, rank }] : [];
    })
    .toSorted((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank));
  const toTroubled = ({ server, rank }: { server: ServerView; rank: Rank }): TroubledServer => {
    const isChangedHere = mayAct && server.id !== null && rank !== "remarks";
    if (!isChangedHere) return { server, lead: "show" };
    return { server, lead: isUntrusted(server) ? "review" : "edit" };
  };
  return {
    asOf,
    troubled: ranked.slice(0, mostTold).map(toTroubled),
    othersCount: Math.max(0, ranked.length - mostTold),
    serverCount: servers.length,
    standing: standingOf(servers),
    checkedAt: oldestAnswer(servers),
    isOnlyHere: isOnlyHere(servers),
    mayAct,
  };
}

function rankOf(server: ServerView): Rank | undefined {
  const hasRemarks = remarkCount(server) > 0;
  switch (healthOf(server).state) {
    case "unusable":
    case "silent":
    case "partly":
      return "failing";
    case "stale":
      return "stale";
    case "nothing":
      return "nothing";
    case "answered":
    case "notAsked":
      return hasRemarks ? "remarks" : undefined;
  }
}

function standingOf(servers: readonly ServerView[]): Attention["standing"] {
  const states = new Set(servers.map((server) => healthOf(server).state));
  const isFailing = (["unusable", "silent", "partly", "stale"] as const).some((state) =>
    states.has(state),
  );
  if (isFailing) return "failing";
  return states.has("notAsked") ? "notAskedYet" : "allAnswer";
}

function oldestAnswer(servers: readonly ServerView[]): Date | null {
  return servers
    .flatMap(({ sources }) => sources)
    .flatMap(({ asked }) => (asked?.state === "answered" && asked.answeredAt) || [])
    .reduce<Date | null>((oldest, at) => (oldest && oldest <= at ? oldest : at), null);
}
