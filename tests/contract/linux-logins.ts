import { afterAll } from "vitest";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createPlainAccount } from "@/tests/support/plain-account";
import { waitFor } from "@/tests/support/wait-for";

// Their names are part of what a source is asked about, so they are made before the suites are named.
const isRoot = process.getuid?.() === 0;
export const users = isRoot ? ([await makeUser(), await makeUser()] as const) : (["", ""] as const);

async function makeUser(): Promise<string> {
  const account = await createPlainAccount(() => "");
  afterAll(account.remove);
  return account.name;
}

export const inTime = () => AbortSignal.timeout(10_000);

/** The sessions of this user, once there are any. */
export function listOf(source: SessionSource, user: string) {
  return waitFor(async () => {
    const found = (await source.list(inTime())).filter((session) => session.user === user);
    return found.length > 0 && found;
  });
}
