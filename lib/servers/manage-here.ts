import type { RollcallHere } from "@/lib/rollcall";
import type { Here, Listing, SourceHere } from "@/lib/sessions/here";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { record } from "@/lib/sessions/record";
import type { FoundSource } from "@/lib/sessions/server";
import type { Store } from "@/lib/store/store";
import { limitTo } from "@/lib/transports/in-turn";
import { findOut } from "./find-out";
import { gainsBySudo } from "./gains-by-sudo";
import { toLimitHere } from "./limit-here";
import { listServers } from "./list-servers";
import type { OpenSources } from "./open-sources";
import { toSourceKey } from "./source-key";

/** Somebody waits for it in front of a page. */
const lookTimeoutMs = 18_000;

/** What runs on this machine, and which of it is listed. */
export function createHere(store: Store, sources: OpenSources): RollcallHere {
  const never = new AbortController().signal;
  const inTurn = limitTo(1);
  return {
    async look(operator, signal) {
      requireMayChange(operator);
      const by = sources.here.decidedBy();
      if (by) {
        const servers = listServers(sources, await store.trustedHostKeys.list());
        return { status: "decided", by, servers: servers.filter(isOfThisMachine) };
      }
      const [here] = await Promise.all([lookAround(sources, signal), sources.findMore()]);
      return here;
    },

    async setListed(listing, operator) {
      requireMayChange(operator);
      assertFindable(listing, sources);
      await inTurn(never, () => setListed(listing, operator, { store, sources }));
    },
  };
}

function requireMayChange({ name, sees, mayAct }: Operator): void {
  if (sees !== "everything" || !mayAct)
    throw new NotAllowed(`${name} may not choose what is listed`);
}

function isOfThisMachine({ via, sources }: ReturnType<typeof listServers>[number]): boolean {
  return via.kind === "local" && sources.some(({ provider }) => provider !== "panel");
}

async function lookAround(sources: OpenSources, signal: AbortSignal): Promise<Here> {
  const { here, providers } = sources;
  const { server } = here;
  const reportBug = (error: unknown) => sources.reportBug(error, server);
  const rules = { providers, timeoutMs: lookTimeoutMs, reportBug };
  const finding = await findOut(null, rules, signal);
  if (finding.status === "failed") return { ...finding, server };
  if (finding.status !== "found") throw new Error("this machine shows no host key");
  const found = new Set(finding.sources.map(({ provider }) => provider));
  const absent = providers
    .filter(({ name, find }) => find && !found.has(name))
    .map(({ name, kind }) => ({ provider: name, kind }));
  const hasSudo = await gainsBySudo();
  const listed = finding.sources.map((source) => toSourceHere(source, here, hasSudo));
  return { status: "found", server, system: finding.system, sources: listed, absent };
}

function toSourceHere(
  source: FoundSource,
  { unlisted }: OpenSources["here"],
  hasSudo: boolean,
): SourceHere {
  const limits = source.limits.map((limit) => toLimitHere(limit, hasSudo));
  const isListed = !unlisted.has(toSourceKey(source.provider, source.settings));
  return { ...source, limits, isListed };
}

/** Anything else was not found, and so not chosen on the page. */
function assertFindable({ provider: name, settings }: Listing, { providers }: OpenSources): void {
  const provider = providers.find((known) => known.name === name);
  if (!provider?.find || !provider.settingsSchema.safeParse(settings).success) {
    throw new Error("nothing like that is found on this machine");
  }
}

interface Keeping {
  readonly store: Store;
  readonly sources: OpenSources;
}

async function setListed(
  { provider, settings, isListed }: Listing,
  by: Operator,
  { store, sources }: Keeping,
): Promise<void> {
  const { here } = sources;
  const key = toSourceKey(provider, settings);
  if (here.unlisted.has(key) !== isListed) return;
  const detail = { provider, settings, listed: { before: !isListed, after: isListed } };
  const deed = { event: "settings.change", by, server: here.server, detail } as const;
  const keep = () =>
    isListed ? store.unlistedSources.remove(key) : store.unlistedSources.add(key, new Date());
  await record(store.audit, deed, keep, () => ({ outcome: "done" }));
  await here.setListed(key, isListed);
}
