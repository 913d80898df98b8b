import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/sessions/session";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";

export interface ScratchStore {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly keyFile: string;
  remove(): Promise<void>;
}

/** A migrated database of its own in a temporary folder. */
export async function openScratchStore(): Promise<ScratchStore> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-store-"));
  const databaseUrl = `file:${join(folder, "rollcall.db")}`;
  const keyFile = join(folder, "rollcall.key");
  const store = await openStore({ databaseUrl, keyFile });
  return {
    store,
    databaseUrl,
    keyFile,
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

export const password = "correct horse battery";

export async function addUser(
  { users }: Store,
  login: string,
  role: Role = "server-administrator",
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const user = { login, name: null, email: null, role, ownerLogin: null, passwordHash };
  await users.add({ ...user, createdAt: new Date() });
}
