import { type Env, EnvError } from "@/lib/env";
import { inEnglish, type Reason } from "@/lib/sessions/reason";
import { firstStartNames, record } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import { findNameProblem } from "./login";
import { hashPassword } from "./password";
import { findPasswordProblem } from "./password-rules";
import { hashSecret, newSecret } from "./secret";

/** The one-time link that makes the first administrator; null once there is a user. An earlier link is void. */
export async function createSetupLink(
  store: Store,
  publicUrl: URL,
  now: Date,
): Promise<URL | null> {
  if (await store.users.hasAny()) return null;
  const secret = newSecret();
  await store.setupLink.replace(hashSecret(secret), now);
  const link = new URL("/sign-in", publicUrl);
  link.searchParams.set("setup", secret);
  return link;
}

/** Makes the administrator that the environment names, where there is no user yet. True when it did. */
export async function createFirstAdministrator(
  store: Store,
  { firstAdministrator }: Pick<Env, "firstAdministrator">,
  now: Date,
): Promise<boolean> {
  if (!firstAdministrator || (await store.users.hasAny())) return false;
  const { login, password } = firstAdministrator;
  refuse("ROLLCALL_ADMIN_LOGIN", findNameProblem(login));
  refuse("ROLLCALL_ADMIN_PASSWORD", findPasswordProblem(password, { login, name: null }));
  const user = { login, name: null, email: null, role: "server-administrator" } as const;
  const passwordHash = await hashPassword(password);
  const by = { name: firstStartNames.environment, address: null };
  const outcome = await record(
    store.audit,
    { event: "user.add", by, user: login, detail: { role: user.role } },
    () => store.users.add({ ...user, ownerLogin: null, passwordHash, createdAt: now }),
    (answer) => ({ outcome: answer === "added" ? "done" : "refused" }),
  );
  return outcome === "added";
}

function refuse(variable: string, problem: Reason | undefined): void {
  if (problem) throw new EnvError(`${variable} will not do: ${inEnglish(problem)}`);
}
