import type { Env } from "@/lib/env";
import type { StoredPanelSession } from "@/lib/store/panel-sessions";
import type { Store } from "@/lib/store/store";
import type { Auth, Credentials, SignedInOperator } from "./auth";
import { monotonicClock } from "./guess-brake";
import { findNameProblem } from "./login";
import { findPasswordProblem, hashPassword } from "./password";
import { hashSecret } from "./secret";
import { toSignInCookie } from "./sign-in-cookie";
import { startSession } from "./start-session";
import { createTryPassword } from "./try-password";

const activityGrainMs = 1000;
const withPassword = { signedInWith: "password", pending: null } as const;
const wrong = { status: "wrong" } as const;

export function openAuth(
  store: Store,
  { publicUrl }: Pick<Env, "publicUrl">,
  clock = monotonicClock,
): Auth {
  const tryPassword = createTryPassword(store, clock);
  return {
    cookie: toSignInCookie(publicUrl),

    signIn: async (credentials, visitor, now) => {
      const tried = await tryPassword(credentials, visitor, now);
      if (tried.status !== "right") return tried;
      return startSession(store, tried.user, { ...withPassword, visitor, now });
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
      if (!token) return undefined;
      const mayAct = token.role === "operator";
      const name = `token ${token.name}`;
      return { name, address, sees: "everything", mayAct, panelSessionId: null };
    },

    isSetupLink: (secret) => store.setupLink.isOpen(hashSecret(secret)),

    setUp: async ({ linkSecret, ...credentials }, visitor, now) => {
      const linkHash = hashSecret(linkSecret);
      if (!(await store.setupLink.isOpen(linkHash))) return { status: "linkUsed" };
      const problems = findProblems(credentials);
      if (problems.login || problems.password) return { status: "problems", problems };
      const passwordHash = await hashPassword(credentials.password);
      if (!(await store.setupLink.use(linkHash))) return { status: "linkUsed" };
      const user = await addAdministrator(store, credentials.login, passwordHash, now);
      const outcome = user
        ? await startSession(store, user, { ...withPassword, visitor, now })
        : wrong;
      return outcome.status === "signedIn" ? outcome : { status: "linkUsed" };
    },
  };
}

/** False when the session has ended since it was read. */
async function noteActivity(store: Store, session: StoredPanelSession, now: Date) {
  const isNews = now.getTime() - session.lastActiveAt.getTime() >= activityGrainMs;
  return !isNews || (await store.panelSessions.markActive(session.id, now));
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

function findProblems({ login, password }: Credentials) {
  const loginProblem = findNameProblem(login);
  const passwordProblem = findPasswordProblem(password);
  return {
    ...(loginProblem && { login: loginProblem }),
    ...(passwordProblem && { password: passwordProblem }),
  };
}

async function addAdministrator(store: Store, login: string, passwordHash: string, now: Date) {
  const role = "server-administrator";
  const user = { login, name: null, email: null, role, ownerLogin: null } as const;
  await store.users.add({ ...user, passwordHash, createdAt: now });
  const added = await store.users.find(login);
  return added?.passwordHash === passwordHash ? added : undefined;
}
