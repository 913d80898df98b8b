import type { IncomingMessage } from "node:http";
import type { AnswersUnderWay } from "@/lib/auth/answers-under-way";
import { type Auth, provideAuth } from "@/lib/auth/auth";
import { createFirstAdministrator, createSetupLink } from "@/lib/auth/first-start";
import { createSettings } from "@/lib/auth/manage-settings";
import { createUsers } from "@/lib/auth/manage-users";
import { openAuth } from "@/lib/auth/open-auth";
import { createOwnSessions } from "@/lib/auth/own-sessions";
import { findCookie } from "@/lib/auth/sign-in-cookie";
import { type KeptSights, keepSights } from "@/lib/domains/keep-sights";
import { createDomains } from "@/lib/domains/manage-domains";
import { type Env, prepareDataFolder } from "@/lib/env";
import { type Live, openLive } from "@/lib/live/open-live";
import type { Log } from "@/lib/log";
import { logAuditHeads } from "@/lib/log-audit-heads";
import { bugLog } from "@/lib/log-trouble";
import { lookIntoAudit } from "@/lib/look-into-audit";
import { type ActRequest, provideRollcall, type Rollcall } from "@/lib/rollcall";
import { createHere } from "@/lib/servers/manage-here";
import { createServers } from "@/lib/servers/manage-servers";
import { type OpenSources, openSources } from "@/lib/servers/open-sources";
import { actOnRecord } from "@/lib/sessions/act-on-record";
import type { ActSettings } from "@/lib/sessions/act-on-sessions";
import type { ActionOutcome, OnOutcome } from "@/lib/sessions/action-outcome";
import { openActs } from "@/lib/sessions/acts";
import { clearLeftovers } from "@/lib/sessions/clear-leftovers";
import { toSeenOutcome } from "@/lib/sessions/conceal";
import { countTools } from "@/lib/sessions/count-tools";
import { type HistoryKeeper, keepHistory } from "@/lib/sessions/history";
import { lookCloser } from "@/lib/sessions/look-closer";
import type { Operator } from "@/lib/sessions/operator";
import { takeOverview } from "@/lib/sessions/overview";
import { pollSources } from "@/lib/sessions/poll-sources";
import { recoverActs } from "@/lib/sessions/recover-acts";
import type { Sight } from "@/lib/sessions/sight";
import { steadyNow } from "@/lib/sessions/steady-now";
import { takeRoll } from "@/lib/sessions/take-roll";
import { tellOutcomes } from "@/lib/sessions/tell-outcomes";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";
import { watchAnswers } from "@/lib/watch-answers";

export interface BuiltRollcall {
  /** The one-time link that makes the first administrator; null once there is a user. */
  readonly setupLink: URL | null;
  readonly live: Live;
  /** To be told of every answer when it begins. */
  readonly noteAnswer: AnswersUnderWay["note"];
  /** Of all but the live channel, which ends before the pages do. */
  close(): Promise<void>;
}

/** How long the server may take to carry out what it was asked; a log-off of many programs is slow. */
const settleMs = 15_000;
/** Often enough that no minute of the history is left out. */
const noteEveryMs = 20_000;
/** How long a slow source may hold up a page that shows others. */
const patienceMs = 300;

/** After a crash: as long as a server may take to end what it was asked to. */
const recovering = { tries: 6, pauseMs: 3000 } as const;

/** Wires everything, and puts the one Rollcall of this process where app/ finds it. */
export async function buildRollcall(env: Env, log: Log): Promise<BuiltRollcall> {
  prepareDataFolder(env);
  const store = await openStore(env);
  const auditHeads = await logAuditHeads(store.audit, log);
  await store.audit.prepare();
  const cutShort = await store.audit.listOpen();
  const sights = await keepSights(store, bugLog("sights could not be kept up"));
  const sources = await openSources(env, store, { log, accounts: sights.accounts });
  const now = new Date();
  await createFirstAdministrator(store, env, now);
  const setupLink = await createSetupLink(store, env.publicUrl, now);

  await sources.findMore();
  const watchedMs = sources.refresh.watchedSeconds * 1000;
  const unwatchedMs = sources.refresh.unwatchedSeconds * 1000;
  const poller = pollSources(sources.current, { watchedMs, unwatchedMs });
  const finder = setInterval(() => void sources.findMore(), unwatchedMs);
  const history = keepHistory(sources.current, steadyNow);
  const historian = setInterval(history.note, noteEveryMs);
  const rollcall = createRollcall(store, sources, { log, history, isPolling: poller.isRunning });
  const auth = openAuth(store, env, sources);
  recoverActs(cutShort, {
    trail: store.audit,
    sources: sources.current,
    findOpen: store.audit.findOpen,
    ...recovering,
  }).catch(rollcall.reportBug);
  provideRollcall(rollcall);
  const answers = watchAnswers(store, auth, rollcall.reportBug);
  provideAuth(answers.auth);
  const live = createLive(store, sources, { rollcall, auth, sights });
  return {
    setupLink,
    live,
    noteAnswer: answers.note,
    async close() {
      poller.stop();
      clearInterval(finder);
      clearInterval(historian);
      answers.stop();
      sights.close();
      await sources.close();
      await auditHeads.stop();
      await store.close();
    },
  };
}

function createLive(
  { panelSessions, onSessionsEnded }: Store,
  { current }: OpenSources,
  {
    rollcall,
    auth,
    sights,
  }: { readonly rollcall: Rollcall; readonly auth: Auth; readonly sights: KeptSights },
): Live {
  return openLive({
    async recognise({ headers: { cookie = "" } }: IncomingMessage) {
      const secret = findCookie(new Headers({ cookie }), auth.cookie.name);
      if (!secret) return undefined;
      return auth.recognise(secret, steadyNow(), { countsAsActivity: false });
    },
    findSignedIn: (ids) => panelSessions.findSignedInIds(ids, steadyNow()),
    onSessionsEnded,
    onSightsChanged: sights.onChange,
    sources: current,
    countTools: rollcall.tools,
    reportBug: rollcall.reportBug,
  });
}

interface Surroundings {
  readonly log: Log;
  readonly history: HistoryKeeper;
  readonly isPolling: () => boolean;
}

function createRollcall(
  store: Store,
  sources: OpenSources,
  { log, history, isPolling }: Surroundings,
): Rollcall {
  const { current, findMore, refresh, reportBug } = sources;
  const rollSettings = {
    maxAgeMs: refresh.watchedSeconds * 1000,
    patienceMs,
    now: () => new Date(),
    seeNow: (operator: Operator) => seeNow(store, operator),
  };
  const actSettings = {
    settleMs,
    askTimeoutMs: Math.max(settleMs, refresh.timeoutSeconds * 1000),
    reportBug,
  };
  const servers = createServers(store, sources);
  const listServers = () => {
    const stored = [...sources.stored.values()].map(({ row }) => row.name);
    return [...new Set([...sources.locked.map(({ name }) => name), ...stored])].toSorted();
  };
  const toolPorts = {
    sources: current,
    listServers: servers.list,
    countDomains: store.domains.count,
    countUsers: store.users.count,
  };
  return {
    servers,
    here: createHere(store, sources),
    audit: lookIntoAudit(store.audit, log),
    users: createUsers(store),
    settings: createSettings(store),
    ownSessions: createOwnSessions(store),
    domains: createDomains(store, listServers),
    tools: (operator) => countTools(operator, toolPorts),
    overview: (operator) => takeOverview(operator, { sources: current(), history }),
    ...createActing(store, sources, actSettings),

    async roll(kind, operator, { fresh }) {
      if (fresh) await findMore();
      return takeRoll(current(), { kind, operator, fresh }, rollSettings);
    },

    async clearLeftovers(sourceId, operator) {
      const source = current().find(({ label }) => label.id === sourceId);
      return clearLeftovers(source, operator, { ...actSettings, trail: store.audit });
    },

    reportBug: bugLog("a request ended in a bug"),

    isHealthy: async () => isPolling() && (await store.isAnswering()),
  };
}

/** Who sees everything does so for as long as they are signed in. */
async function seeNow({ sights }: Store, operator: Operator): Promise<Operator> {
  const { sees, panelSessionId } = operator;
  if (sees === "everything" || panelSessionId === null) return operator;
  return { ...operator, sees: (await sights.ofSession(panelSessionId)) ?? nothing };
}

const nothing: Sight = { logins: new Set(), domains: null };

type Acting = Pick<Rollcall, "act" | "tellAct" | "lookCloser">;

function createActing({ audit }: Store, { current }: OpenSources, settings: ActSettings): Acting {
  const acts = openActs();
  const act = async (request: ActRequest, operator: Operator, onOutcome: OnOutcome) => {
    const toTold = (outcome: ActionOutcome) => toSeenOutcome(outcome, operator);
    const outcomes = await actOnRecord(audit, current(), request, operator, {
      ...settings,
      acts,
      onOutcome: (place, outcome) => onOutcome(place, toTold(outcome)),
    });
    return outcomes.map(toTold);
  };
  return {
    act: (request, operator) => act(request, operator, () => undefined),
    tellAct: (request, operator) => tellOutcomes((onOutcome) => act(request, operator, onOutcome)),
    lookCloser: (asked, operator) => lookCloser(asked, operator, { sources: current(), acts }),
  };
}
