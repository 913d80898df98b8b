import { type AccountBook, toAccountBook } from "@/lib/sessions/known-accounts";
import { oneAtATime } from "@/lib/sessions/one-at-a-time";
import type { Store } from "@/lib/store/store";

/** What anybody may see, kept up with the store. */
export interface KeptSights {
  /** The FTP accounts as they are now. */
  accounts(): AccountBook;
  /** Calls when all that is new stands. */
  onChange(listener: () => void): void;
  close(): void;
}

/** Another process says nothing of its changes, so the store is asked for them. */
const checkMs = 500;

export async function keepSights(
  { sights, domains, onSightsChanged }: Pick<Store, "sights" | "domains" | "onSightsChanged">,
  reportBug: (error: unknown) => void,
): Promise<KeptSights> {
  const listeners: (() => void)[] = [];
  let version = await sights.version();
  let book = toAccountBook(await domains.listAccounts());
  let last = Promise.resolve();

  const renew = async (newest: number) => {
    if (newest <= version) return;
    try {
      book = toAccountBook(await domains.listAccounts());
      version = newest;
    } finally {
      for (const listener of listeners) listener();
    }
  };
  const renewInTurn = (newest: number) => {
    const mine = last.then(() => renew(newest));
    last = Promise.allSettled([mine]).then(() => undefined);
    return mine;
  };
  onSightsChanged(renewInTurn);

  const check = oneAtATime(async () => renewInTurn(await sights.version()), reportBug);
  const checking = setInterval(check, checkMs);
  return {
    accounts: () => book,
    onChange: (listener) => {
      listeners.push(listener);
    },
    close: () => clearInterval(checking),
  };
}
