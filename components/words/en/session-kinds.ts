import type { SessionKind } from "@/lib/sessions/session";
import { formats } from "./formats";

interface KindWords {
  readonly one: string;
  readonly many: string;
  readonly empty: string;
  readonly emptyHere: string;
  readonly noSourceTitle: string;
  readonly noSourceBody: string;
}

export const kindWords = {
  panel: {
    one: "panel session",
    many: "panel sessions",
    empty: "Nobody is signed in to the panel.",
    emptyHere: "Nobody is signed in where an answer came.",
    noSourceTitle: "Panel sessions are not listed",
    noSourceBody:
      "rollcall.yaml names its servers without the panel. Add this source, then restart:",
  },
  ftp: {
    one: "FTP session",
    many: "FTP sessions",
    empty: "Nobody is connected over FTP.",
    emptyHere: "Nobody is connected where an answer came.",
    noSourceTitle: "No FTP server yet",
    noSourceBody: "None was found running on this machine, or what was is switched off.",
  },
  terminal: {
    one: "terminal session",
    many: "terminal sessions",
    empty: "Nobody is logged in.",
    emptyHere: "Nobody is logged in where an answer came.",
    noSourceTitle: "No server with terminal sessions yet",
    noSourceBody: "Windows servers are asked over SSH, and Linux servers for who is logged in.",
  },
} as const satisfies Record<SessionKind, KindWords>;

/** The FTP page of who does not see everything. */
export const ownFtpWords = {
  empty: "Nobody is connected to your domains over FTP.",
  emptyHere: "Nobody is connected to your domains where an answer came.",
  noDomainsTitle: "You have no domains yet",
  noDomainsBody:
    "The FTP sessions of your domains are shown here, once an administrator has entered the domains as yours.",
  noSourceBody: "Rollcall asks no FTP server yet. An administrator can add one.",
} as const;

const { countOf } = formats;

export const stateWords = {
  addServer: "Add a server",
  askForServer: "A server administrator who may act can add one.",
  review: (server: string) => `Review ${server}`,
  notKnown: "Who is connected is not known: no server answers.",
  partlyKnown: "Who is connected is only partly known.",
  noMatch: (text: string) =>
    text === "" ? "No session matches." : `No session matches “${text}”.`,
  onlyServices: (count: number) =>
    `${countOf(count, "service or listener is", "services and listeners are")} hidden.`,
  printed: "What the server printed",
  printedBy: (server: string) => `What ${server} printed`,
  troubles: (count: number) => countOf(count, "server does not answer", "servers do not answer"),
} as const;
