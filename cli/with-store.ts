import { type Env, prepareDataFolder, readEnv } from "@/lib/env";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";

/** Opens the database that the server uses, whether it runs or not, and closes it again. */
export async function withStore<Result>(
  use: (store: Store, env: Env) => Promise<Result>,
): Promise<Result> {
  const env = readEnv();
  prepareDataFolder(env);
  const store = await openStore(env);
  try {
    return await use(store, env);
  } finally {
    await store.close();
  }
}
