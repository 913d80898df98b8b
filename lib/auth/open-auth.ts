import { setTimeout as pause } from "node:timers/promises";
import type { Env } from "@/lib/env";
import { isStoreError } from "@/lib/sessions/store-trouble";
import type { StoredPanelSession } from "@/lib/store/panel-sessions";
import type { Store } from "@/lib/store/store";
import type { Auth, SignedInOperator } from "./auth";
import { openFactorChecks } from "./check-factor";
import { enterWithPassword } from "./enter-with-password";
import { createFairQueue } from "./fair-queue";
import { monotonicClock } from "./guess-brake";
import { noteActionRefused, noteSignInRefused, noteTokenRefused } from "./note-refusals";
import { openAccount } from "./open-account";
import { openEnrolment } from "./open-enrolment";
import type { OpenIdSettings } from "./open-id";
import { openOpenId } from "./open-open-id";
import { openPasskeyEntry } from "./open-passkey-entry";
import { openProofs } from "./open-proofs";
import { openSecondStep } from "./open-second-step";
import { openSetUp } from "./open-set-up";
import { hashSecret } from "./secret";
import { toSignInCookie } from "./sign-in-cookie";
import { createTryPassword } from "./try-password";

const activityGrainMs = 1000;
/** How long a page waits for it to be noted that somebody looks at it. */
const activityPatienceMs = 300;

interface AuthOptions {
  readonly clock?: () => number;
  /** Where people prove who they are elsewhere. */
  readonly openIdConnect?: OpenIdSettings | undefined;
}

export function openAuth(
  store: Store,
  env: Pick<Env, "publicUrl" | "keyFile">,
  { clock = monotonicClock, openIdConnect }: AuthOptions = {},
): Auth {
  const inTurn = createFairQueue({ atOnce: 2, waiting: 1000 });
  const tryPassword = createTryPassword(store, inTurn, clock);
  const checks = openFactorChecks(store, env, clock);
  const parts = { checks, inTurn, clock };
  const account = openAccount(store, parts);
  return {
    cookie: toSignInCookie(env.publicUrl),
    ...openSetUp(store),
    proofs: openProofs(store, parts),
    secondStep: openSecondStep(store, parts),
    passkeyEntry: openPasskeyEntry(store, checks.passkeys),
    account,
    enrolment: openEnrolment(store, account),
    openId: openIdConnect ? openOpenId(store, openIdConnect, { ...env, clock }) : null,

    signIn: async (credentials, visitor, now) => {
      const tried = await tryPassword(credentials, visitor, now);
      const from = { visitor, now };
      const outcome =
        tried.status === "right"
          ? await enterWithPassword(store, tried.user, credentials.password, from)
          : tried;
      if (outcome.status !== "signedIn" && outcome.status !== "pending") {
        noteSignInRefused(store.audit, credentials.login, visitor, outcome.status);
      }
      return outcome;
    },

    signOut: (secret, now) => store.panelSessions.signOut(hashSecret(secret), now),

    recognise: async (secret, now, { countsAsActivity, address }) => {
      const session = await store.panelSessions.findSignedIn(hashSecret(secret), now);
      if (!session) return undefined;
      const isOver = countsAsActivity && !(await noteActivity(store, session, now));
      return isOver ? undefined : toOperator(store, session, address ?? session.address);
    },

    recogniseApiToken: async (secret, now, address = null) => {
      const token = await store.apiTokens.findValid(hashSecret(secret), now);
      if (!token) {
        noteTokenRefused(store.audit, address);
        return undefined;
      }
      const mayAct = token.role === "operator";
      const name = `token ${token.name}`;
      return { name, address, sees: "everything", mayAct, panelSessionId: null };
    },

    findEnding: async (secret, now) => {
      const hash = hashSecret(secret);
      const isOpen = (await store.panelSessions.findSignedIn(hash, now)) !== undefined;
      return isOpen ? undefined : store.ownSessions.findEnding(hash);
    },

    noteRefused: (operator, what) => noteActionRefused(store.audit, operator, what),
  };
}

/** False when the session has ended since it was read. A database that takes nothing down hides no page. */
async function noteActivity(store: Store, { id, lastActiveAt }: StoredPanelSession, now: Date) {
  if (now.getTime() - lastActiveAt.getTime() < activityGrainMs) return true;
  const noted = store.panelSessions.markActive(id, now).catch((error: unknown) => {
    if (isStoreError(error)) return true;
    throw error;
  });
  return Promise.race([noted, pause(activityPatienceMs, true)]);
}

async function toOperator(
  { sights }: Store,
  session: StoredPanelSession,
  address: string,
): Promise<SignedInOperator> {
  const { id, userId, login, name, role, isViewer, provenAt } = session;
  return {
    name: login,
    address,
    displayName: name ?? login,
    role,
    sees: await sights.of({ userId, login, role }),
    mayAct: !isViewer,
    panelSessionId: id,
    userId,
    provenAt,
  };
}
