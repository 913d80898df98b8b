import type { FtpAccount } from "./ftp-accounts";
import type { SourceAnswer } from "./roll";
import type { FtpAccountType, Session } from "./session";
import type { WatchedSource } from "./watched-source";

/** What exactly this login is, on one server or on every. */
export interface KnownAccount {
  readonly login: string;
  /** Null: on every server. */
  readonly server: string | null;
  readonly type: FtpAccountType;
  readonly domain: string;
}

/** Another one after each change. */
export interface AccountBook {
  readonly isEmpty: boolean;
  find(login: string, server: string): FtpAccount | undefined;
}

export function toAccountBook(accounts: readonly KnownAccount[]): AccountBook {
  const byKey = new Map(accounts.map((account) => [keyOf(account.login, account.server), account]));
  return {
    isEmpty: accounts.length === 0,
    find: (login, server) => byKey.get(keyOf(login, server)) ?? byKey.get(keyOf(login, null)),
  };
}

export const emptyBook = toAccountBook([]);

function keyOf(login: string, server: string | null): string {
  return JSON.stringify([login, server]);
}

/**
 * The same watched source, whose FTP sessions have type and domain of the account as it is in the book
 * now, also those that were listed before the book changed. Whom the book does not know is left as listed.
 */
export function withKnownAccounts(watched: WatchedSource, book: () => AccountBook): WatchedSource {
  if (watched.label.kind !== "ftp") return watched;
  const made = new WeakMap<
    SourceAnswer,
    { readonly of: AccountBook; readonly answer: SourceAnswer }
  >();
  const toNamed = (answer: SourceAnswer): SourceAnswer => {
    const of = book();
    if (of.isEmpty || answer.state === "silent") return answer;
    const known = made.get(answer);
    if (known?.of === of) return known.answer;
    const { server } = answer.source;
    const sessions = answer.sessions.map((session) => withAccount(session, server, of));
    const named = { ...answer, sessions };
    made.set(answer, { of, answer: named });
    return named;
  };
  return {
    ...watched,
    latest() {
      const answer = watched.latest();
      return answer && toNamed(answer);
    },
    look: async () => toNamed(await watched.look()),
    lookAfresh: async () => toNamed(await watched.lookAfresh()),
    refresh: async () => toNamed(await watched.refresh()),
    glance: async (maxAgeMs, patienceMs) => toNamed(await watched.glance(maxAgeMs, patienceMs)),
  };
}

/** Who is not logged in has no account. */
function withAccount(session: Session, server: string, book: AccountBook): Session {
  if (session.kind !== "ftp" || session.user === null) return session;
  const { type, domain } = book.find(session.user, server) ?? session;
  return { ...session, type, domain };
}
