import { formats } from "./formats";

const { countOf } = formats;

/** The texts of the three pages of sessions. */
export const sessionWords = {
  session: "session",
  sessions: "sessions",
  shownOf: (shown: string, all: string) => `${shown} of ${all} shown`,
  servers: (count: number) => countOf(count, "server", "servers"),
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
