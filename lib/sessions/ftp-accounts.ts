import type { FtpAccountType, FtpSession, Session } from "./session";
import type { SessionSource } from "./session-source";

/** What an FTP login is, by its login or home directory. The first rule that matches wins. */
export interface FtpAccountRule {
  /** `*` matches within a path part, `**` across, `:domain` one part, which becomes the domain. */
  readonly login?: string | undefined;
  readonly home?: string | undefined;
  readonly type: FtpAccountType;
  readonly domain?: string | undefined;
}

export type FtpAccount = Pick<FtpSession, "type" | "domain">;

/** `ftp` is the account of anonymous sessions by convention (RFC 1635), so it needs no rule. */
const anonymousLogins: ReadonlySet<string> = new Set(["ftp", "anonymous"]);

export function createAccountFinder(
  rules: readonly FtpAccountRule[],
): (login: string, home: string | null) => FtpAccount {
  const matchers = rules.map(toMatcher);
  return (login, home) => {
    for (const match of matchers) {
      const account = match(login, home);
      if (account) return account;
    }
    return { type: anonymousLogins.has(login) ? "anonymous" : null, domain: domainOf(login) };
  };
}

/** The same source, with type and domain of each FTP login. Who is not logged in has neither. */
export function withFtpAccounts(
  source: SessionSource,
  rules: readonly FtpAccountRule[],
): SessionSource {
  const find = createAccountFinder(rules);
  const withAccount = (session: Session): Session => {
    if (session.kind !== "ftp" || session.user === null) return session;
    const { type, domain } = find(session.user, session.home);
    return { ...session, type, domain: domain ?? toDomain(session.virtualHost) };
  };
  return {
    ...source,
    list: async (signal) => (await source.list(signal)).map(withAccount),
  };
}

function toMatcher({ login, home, type, domain }: FtpAccountRule) {
  const loginPattern = login === undefined ? undefined : toPattern(login);
  const homePattern = home === undefined ? undefined : toPattern(home);
  return (actualLogin: string, actualHome: string | null): FtpAccount | undefined => {
    const byLogin = loginPattern?.exec(actualLogin);
    const byHome = homePattern?.exec(actualHome ?? "");
    if ((loginPattern && !byLogin) || (homePattern && !byHome)) return undefined;
    const named = byHome?.groups?.["domain"] ?? byLogin?.groups?.["domain"];
    return { type, domain: domain ?? named ?? domainOf(actualLogin) };
  };
}

function toPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*|\*|:domain|[\\^$.|?+()[\]{}]/g, (token) => {
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === ":domain") return "(?<domain>[^/]+)";
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, "su");
}

function domainOf(login: string): string | null {
  return /^[^@]+@([^@]+\.[^@]+)$/.exec(login)?.[1] ?? null;
}

/** ProFTPD cuts the name of a virtual host at this many letters, and half a domain is another one. */
const cutLength = 31;

function toDomain(virtualHost: string | null): string | null {
  const isWhole = virtualHost !== null && virtualHost.length < cutLength;
  return isWhole && domainName.test(virtualHost) ? virtualHost : null;
}

/** A letter in the last part sets it apart from an IP address. */
const domainName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?$/i;
