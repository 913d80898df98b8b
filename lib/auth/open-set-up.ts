import { firstStartNames, record } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import type { Auth, Credentials } from "./auth";
import { enterWithPassword } from "./enter-with-password";
import { findNameProblem } from "./login";
import { hashPassword } from "./password";
import { findPasswordProblem } from "./password-rules";
import { hashSecret } from "./secret";

const wrong = { status: "wrong" } as const;
const role = "server-administrator";

/** The one-time link of the first start. */
export function openSetUp(
  store: Store,
): Pick<Auth, "hasNobody" | "hasOneUser" | "isSetupLink" | "setUp"> {
  // The last administrator stays, so it is asked no more once there was somebody.
  let hasSomebody = false;
  return {
    hasNobody: async () => {
      hasSomebody ||= await store.users.hasAny();
      return !hasSomebody;
    },
    hasOneUser: async () => (await store.users.count()) === 1,
    isSetupLink: (secret) => store.setupLink.isOpen(hashSecret(secret)),

    setUp: async ({ linkSecret, ...credentials }, visitor, now) => {
      const linkHash = hashSecret(linkSecret);
      if (!(await store.setupLink.isOpen(linkHash))) return { status: "linkUsed" };
      const problems = findProblems(credentials);
      if (problems.login || problems.password) return { status: "problems", problems };
      const passwordHash = await hashPassword(credentials.password);
      const { login } = credentials;
      const by = { name: firstStartNames.setUpLink, address: visitor.address };
      const user = await record(
        store.audit,
        { event: "user.add", by, user: login, detail: { role } },
        () => addAdministrator(store, { login, passwordHash, createdAt: now }, linkHash),
        (added) => ({ outcome: added ? "done" : "refused" }),
      );
      const outcome = user
        ? await enterWithPassword(store, user, credentials.password, { visitor, now })
        : wrong;
      const isIn = outcome.status === "signedIn" || outcome.status === "pending";
      return isIn ? outcome : { status: "linkUsed" };
    },
  };
}

function findProblems({ login, password }: Credentials) {
  const loginProblem = findNameProblem(login);
  const passwordProblem = findPasswordProblem(password, { login, name: null });
  return {
    ...(loginProblem && { login: loginProblem }),
    ...(passwordProblem && { password: passwordProblem }),
  };
}

type NewAdministrator = Pick<
  Parameters<Store["users"]["add"]>[0],
  "login" | "passwordHash" | "createdAt"
>;

/** Undefined where the link was used in the meantime. */
async function addAdministrator(store: Store, administrator: NewAdministrator, linkHash: string) {
  const user = { ...administrator, name: null, email: null, role, ownerLogin: null } as const;
  const isAdded = await store.users.addByLink(user, linkHash);
  return isAdded ? store.users.find(administrator.login) : undefined;
}
