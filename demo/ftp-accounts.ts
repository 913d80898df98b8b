import type { FtpAccountType } from "@/lib/sessions/session";

/** What somebody does over FTP all day. */
export type Habit = "editor" | "agency" | "backup" | "shop" | "visitor";

export interface DemoAccount {
  readonly login: string;
  /** What its server holds it in. */
  readonly home: string;
  readonly domain: string | null;
  readonly type: FtpAccountType;
  readonly habit: Habit;
}

const websites = "/var/www/vhosts";

function administrator(domain: string, login: string, habit: Habit): DemoAccount {
  const type = "website-administrator";
  return { login, home: `${websites}/${domain}`, domain, type, habit };
}

function webUser(domain: string, login: string, habit: Habit): DemoAccount {
  return {
    login,
    home: `${websites}/${domain}/web_users/${login}`,
    domain,
    type: "web-user",
    habit,
  };
}

const anonymous: DemoAccount = {
  login: "ftp",
  home: "/srv/ftp",
  domain: null,
  type: "anonymous",
  habit: "visitor",
};

/** The accounts of each server, of websites that are nobody's. The more often it is named, the more often it comes. */
export const ftpAccounts = {
  "web-01": [
    administrator("quay.example", "quay-books", "shop"),
    webUser("quay.example", "elena", "editor"),
    webUser("quay.example", "marcus", "agency"),
    administrator("alps.example", "alps-tours", "backup"),
    webUser("alps.example", "photo-desk", "agency"),
    webUser("alps.example", "sophie", "editor"),
    administrator("kiwi.example", "kiwi-cycles", "shop"),
    webUser("kiwi.example", "workshop", "editor"),
    administrator("lumen.example", "lumen-photo", "backup"),
    webUser("lumen.example", "ines", "agency"),
    webUser("lumen.example", "raw-import", "agency"),
    administrator("example.com", "example-com", "editor"),
    webUser("example.com", "deploy", "backup"),
    anonymous,
    anonymous,
    anonymous,
  ],
  "ftp-02": [
    administrator("roth.example", "weingut-roth", "shop"),
    webUser("roth.example", "juergen", "editor"),
    administrator("amano.example", "studio-amano", "agency"),
    webUser("amano.example", "kenji", "agency"),
    administrator("example.org", "example-org", "backup"),
    webUser("example.org", "newsroom", "editor"),
    anonymous,
  ],
} as const satisfies Readonly<Record<string, readonly DemoAccount[]>>;

/** For the configuration file: what a home says of an account that the Domains page does not name. */
export const accountRules = `ftpAccounts:
  - { home: "${websites}/:domain/web_users/*", type: web-user }
  - { home: "${websites}/:domain", type: website-administrator }
`;
