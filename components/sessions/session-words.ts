import type {
  FtpAccountType,
  FtpStatus,
  SessionKind,
  TerminalStatus,
} from "@/lib/sessions/session";
import type { NotSelectable } from "./why-not-selectable";

/** The texts of the three pages of sessions, in English. */
export const sessionWords = {
  session: "session",
  sessions: "sessions",
  shownOf: (shown: string, all: string) => `${shown} of ${all} shown`,
  checked: (ago: string) => `Checked ${ago} ago`,
  checkedNow: "Checked just now",
  notChecked: "No server answers",
  reconnecting: "Reconnecting…",
  reconnectingHint: "Rollcall itself does not answer. The rows below are from its last answer.",
  noLineHint: "The live channel is lost. Meanwhile Rollcall is asked every 5 s.",
  live: "Live",
  paused: "Paused",
  pause: "Pause: nothing on the page moves",
  resume: "Go on",
  pausedSince: (time: string) => `Paused since ${time}`,
  newRows: (count: string) => `${count} new`,
  newRowsHint:
    "The list holds still while you point at it or have chosen something. Show them now.",
  selectMatching: (count: string) => `Select all ${count}`,
  refresh: "Refresh",
  refreshing: "Refreshing…",
  refreshed: "Checked.",
  search: "Search",
  searchAdvice: {
    panel: "Search user, IP, server…",
    ftp: "Search user, IP, file, domain…",
    terminal: "Search user, domain, client, IP…",
  },
  clearSearch: "Clear search",
  clearFilters: "Clear filters",
  showServices: "Show services and listeners",
  selectAll: "Select all shown sessions",
  select: (who: string) => `Select the session of ${who}`,
  unknownUser: "unknown user",
  selected: (count: string) => `${count} selected`,
  notShown: (count: string) => `${count} not shown`,
  tooMany: "at most 1,000 at once",
  clear: "Clear",
  dismiss: "Dismiss",
  tryAgain: "Try again",
  you: "You",
  ended: "ended",
  stale: "old",
  active: "active",
  since: "Since",
  idleSince: "Idle since",
  idleUnder: "Active within the last minute",
  lastAnswered: (server: string, ago: string) => `${server} last answered ${ago} ago.`,
  loading: "Loading sessions…",
  notLoaded:
    "This part of the page did not load: Rollcall does not answer, or was updated. Try again, or reload the page.",
} as const;

export const columnWords = {
  type: "Type",
  status: "Status",
  login: "Login",
  ftpLogin: "FTP User Login",
  domain: "Domain Name",
  location: "Current Location",
  file: "File Name",
  speed: "Speed",
  progress: "Progress",
  address: "IP Address",
  logon: "Logon Time",
  idle: "Idle Time",
  name: "Name",
  user: "User",
  server: "Server",
  client: "Client",
} as const;

export const cardWords = {
  logon: "Logon",
  idle: "Idle",
} as const;

export const unknownWords = {
  noTransfer: "No file is under way",
  notTold: "The server does not say",
  notSignedIn: "Not signed in yet",
  noDomain: "Not known: no rule of ftpAccounts in rollcall.yaml gives a domain",
  noType: "Not known: no rule of ftpAccounts in rollcall.yaml gives a type",
  noSize: "Only bytes so far: the whole size is not known",
  noName: "A disconnected session has no name",
  noTerminal: "This login has no terminal",
  noUser: "Nobody is logged in here",
  notIdle: "Not idle: it is at work",
  missing: "Not known: the line above the table says what is missing",
} as const;

/** What a hint adds to a cell of an FTP session. */
export const ftpNotes = {
  clientGone:
    "The connection of the client is gone, but the FTP server has not noticed. It may go on for a while.",
  command: (command: string) => `Command: ${command}`,
  clientView: (folder: string) => `As the client sees it: ${folder}`,
  clientViewOnly: "As the client sees it. Where it is on the server is not known.",
  home: (folder: string) => `Home: ${folder}`,
  virtualHost: (name: string) => `Virtual host: ${name}`,
  soFar: (bytes: string) => `${bytes} so far`,
  protocol: (protocol: string) => `Connected over ${protocol}`,
} as const;

/** What a hint adds to a cell of a terminal session. */
export const terminalNotes = {
  ownWord: (word: string) => `The server says: ${word}`,
  active: "Active within the last minute",
  idle: (elapsed: string) => `Idle ${elapsed}`,
  idleText: (text: string) => `Idle, in the server's own words: ${text}`,
  id: (id: string) => `Session ${id}`,
  process: (pid: number) => `Process ${pid}`,
  from: (client: string) => `From ${client}`,
  fromAsTold: (client: string) => `From ${client}, as the client says`,
  signedIn: (elapsed: string) => `Signed in ${elapsed} ago`,
  logonText: (text: string) => `Signed in, in the server's own words: ${text}`,
} as const;

/** Why an action is not for a session. */
export const notOfferedWords = {
  linuxDisconnect: "Linux logins cannot be disconnected",
  disconnected: "Already disconnected",
  console: "Windows does not disconnect the console",
  linuxMessage: "Linux logins are sent no messages",
  mayNotEnd: "The account of Rollcall may not do this there",
  notOffered: "Its server does not offer this",
} as const;

export const ftpTypeWords = {
  registered: "Registered",
  anonymous: "Anonymous",
  "website-administrator": "Website administrator",
  "web-user": "Web user",
  "not-registered": "Not registered",
} as const satisfies Record<FtpAccountType, string>;

export const ftpStatusWords = {
  connecting: "Connecting",
  idle: "Idle",
  listing: "Listing",
  uploading: "Uploading",
  downloading: "Downloading",
  working: "Working",
  "client-gone": "Client gone",
} as const satisfies Record<FtpStatus, string>;

export const terminalStatusWords = {
  "logged-in": "Logged in",
  connected: "Connected",
  disconnected: "Disconnected",
  idle: "Idle",
  listening: "Listening",
  "connect-query": "Connecting",
  shadowing: "Shadowing",
  reset: "Resetting",
  down: "Down",
  init: "Starting",
  unknown: "Unknown",
} as const satisfies Record<TerminalStatus, string>;

export const notSelectableWords = {
  own: "This is your own session. To end it, sign out.",
  service: "Services and listeners are part of the system. They are never ended from here.",
  nobody: "Nobody is logged in to this session, so there is nothing to end.",
  stale: "Its server does not answer now, so this may be over. Actions are off until it answers.",
  ended: "This session has ended.",
} as const satisfies Record<NotSelectable, string>;

interface KindWords {
  readonly one: string;
  readonly many: string;
  readonly empty: string;
  readonly emptyHere: string;
  readonly noSourceTitle: string;
  readonly noSourceBody: string;
  /** For rollcall.yaml; null where the Servers page does it. */
  readonly example: string | null;
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
    example:
      "servers:\n  - name: this-server\n    via: local\n    sources:\n      - provider: panel",
  },
  ftp: {
    one: "FTP session",
    many: "FTP sessions",
    empty: "Nobody is connected over FTP.",
    emptyHere: "Nobody is connected where an answer came.",
    noSourceTitle: "No FTP server yet",
    noSourceBody: "None was found running on this machine.",
    example: null,
  },
  terminal: {
    one: "terminal session",
    many: "terminal sessions",
    empty: "Nobody is logged in.",
    emptyHere: "Nobody is logged in where an answer came.",
    noSourceTitle: "No server with terminal sessions yet",
    noSourceBody: "Windows servers are asked over SSH, and Linux servers for who is logged in.",
    example: null,
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

export const stateWords = {
  addServer: "Add a server",
  notKnown: "Who is connected is not known: no server answers.",
  partlyKnown: "Who is connected is only partly known.",
  noMatch: (text: string) =>
    text === "" ? "No session matches." : `No session matches “${text}”.`,
  onlyServices: (count: number) =>
    `${count} ${count === 1 ? "service or listener is" : "services and listeners are"} hidden.`,
  printed: "What the server printed",
  printedBy: (server: string) => `What ${server} printed`,
  troubles: (count: number) => `${count} servers do not answer`,
} as const;
