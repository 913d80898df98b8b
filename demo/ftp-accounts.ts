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
    administrator("harbour-books.example", "harbour-books", "shop"),
    webUser("harbour-books.example", "elena", "editor"),
    webUser("harbour-books.example", "marcus", "agency"),
    administrator("alpine-tours.example", "alpine-tours", "backup"),
    webUser("alpine-tours.example", "photo-desk", "agency"),
    webUser("alpine-tours.example", "sophie", "editor"),
    administrator("kiwi-cycles.example", "kiwi-cycles", "shop"),
    webUser("kiwi-cycles.example", "workshop", "editor"),
    administrator("northlight.example", "northlight", "backup"),
    webUser("northlight.example", "ines", "agency"),
    webUser("northlight.example", "raw-import", "agency"),
    administrator("example.com", "example-com", "editor"),
    webUser("example.com", "deploy", "backup"),
    anonymous,
    anonymous,
    anonymous,
  ],
  "ftp-02": [
    administrator("weingut-roth.example", "weingut-roth", "shop"),
    webUser("weingut-roth.example", "juergen", "editor"),
    administrator("studio-amano.example", "studio-amano", "agency"),
    webUser("studio-amano.example", "kenji", "agency"),
    administrator("example.org", "example-org", "backup"),
    webUser("example.org", "newsroom", "editor"),
    anonymous,
  ],
} as const satisfies Readonly<Record<string, readonly DemoAccount[]>>;
