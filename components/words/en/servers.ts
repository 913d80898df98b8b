import type { HealthState } from "@/components/servers/server-health";
import { formats } from "./formats";

const { countOf, formFor } = formats;

/** Why a server is not changed on the page. */
export const lockedWords = {
  file: {
    word: "in rollcall.yaml",
    hint: "It is changed in rollcall.yaml, then Rollcall is restarted.",
  },
  found: { word: "found here", hint: "Rollcall found what runs on this machine by itself." },
} as const;

export const serverWords = {
  add: "Add server",
  import: "Import",
  export: "Export",
  edit: (server: string) => `Edit ${server}`,
  delete: (server: string) => `Delete ${server}`,
  showMore: (server: string) => `Details of ${server}`,
  searchAdvice: "Search name, IP, software…",
  noMatch: (text: string) => `No server matches “${text}”.`,
  remarks: (count: number) => countOf(count, "remark", "remarks"),
  thisMachine: "This machine",
  way: (address: string, port: number) => `SSH ${address} port ${port}`,
  jump: (host: string, port: number) => `via ${host} port ${port}`,
  hostKey: "Host key",
  noHostKey: "No host key is accepted yet.",
  nothingThere: "Nothing is asked there yet.",
  nothingAdvice: "Edit it, find out what runs there, and choose what to list.",
  notAskedYet: "not asked yet",
  silent: "no answer",
  stale: "old answer",
  sessions: (count: number) => countOf(count, "session", "sessions"),
  sessionsNow: (count: number) => `${countOf(count, "session", "sessions")} now`,
  cannotBeUsed: (server: string, problem: string) => `${server} cannot be used: ${problem}.`,
  notTrusted: (server: string, reason: string) =>
    `${server} is not trusted: ${reason}. Nothing is sent to it until somebody has compared the key with the one the server itself shows, and accepted it.`,
  onlyHereTitle: "Only this machine so far",
  onlyHereAsk: "A server administrator who may act can add the servers you want to see.",
  onlyHereBody:
    "Add the servers whose sessions you want to see. Rollcall reaches them over SSH with an account of its own; nothing is installed there.",
  saved: (server: string) => `${server} is saved.`,
  deleted: (server: string) => `${server} is deleted.`,
  deletedBefore: (server: string) => `Somebody had deleted ${server} already.`,
  lost: "Rollcall did not answer, so it is not known whether anything was saved. Close this, look at the list, then try again.",
  lostFinding: "Rollcall did not answer. Nothing was changed; try again.",
} as const;

export const serverColumnWords = {
  server: "Server",
  way: "Reached over",
  health: "Health",
  roundTrip: "Round trip",
  roundTripHint: "How long the slowest of its sources took to answer last",
  runs: "What runs there",
  sessions: "Sessions",
  actions: "Actions",
} as const;

export const healthWords = {
  states: {
    answered: "Answered",
    stale: "Stale",
    partly: "Partly silent",
    silent: "Silent",
    notAsked: "Not asked yet",
    unusable: "Cannot be used",
    nothing: "Nothing to ask",
  } satisfies Record<HealthState, string>,
  /** Follow a number of servers: "12 answered". */
  counted: {
    answered: "answered",
    stale: "stale",
    partly: "partly silent",
    silent: "silent",
    notAsked: "not asked yet",
    unusable: "cannot be used",
    nothing: "with nothing to ask",
  } satisfies Record<HealthState, string>,
  /** Follows the word of a server that fails: "Silent for 12 min". */
  forElapsed: (elapsed: string) => `for ${elapsed}`,
} as const;

export const serverFormWords = {
  addTitle: "Add a server",
  editTitle: (server: string) => `Edit ${server}`,
  name: "Name",
  nameAdvice: "As you call it. It stands in the Server column.",
  wayLegend: "How to reach it",
  ways: { ssh: "Over SSH", local: "This machine" },
  host: "Address",
  port: "Port",
  user: "Login",
  credentialLegend: "Log in with",
  credentials: { kept: "As stored", privateKey: "Private key", password: "Password" },
  kept: {
    privateKey: "A private key is stored. It is not shown again.",
    password: "A password is stored. It is not shown again.",
  },
  password: "Password",
  privateKey: "Private key",
  privateKeyNote: "paste it, or choose its file",
  passphrase: "Passphrase of the key",
  passphraseNote: "(if it has one)",
  sealed: "Stored encrypted, and never sent to a browser.",
  chooseFile: "Choose file…",
  fileTooLarge: (name: string) => `${name} is too large to be the right file.`,
  accepted: "Accepted host key",
  findOut: "Find out",
  findingOut: (server: string) => `Asking ${server}…`,
  save: "Save server",
  saving: "Saving…",
} as const;

export const findingWords = {
  trustTitle: "Is this your server?",
  shows: (server: string) => `${server} shows this host key:`,
  compare:
    "Compare it with what the server itself prints. At its console, or where you trust the way to it, run this; one line must hold the very same letters:",
  onWindows: "On a Windows server",
  notAskedYet: "Nothing was sent to log in yet.",
  accept: "Accept this key",
  changedTitle: "The host key has changed",
  changedBody:
    "Somebody may be in between, or the server was installed anew. Nothing was sent to log in. Accept the new key only when you know why it changed.",
  acceptedBefore: "Accepted before:",
  shownNow: "Shown now:",
  acceptChanged: "Accept the new key",
  timedOut: (server: string, reason: string) =>
    `${server}: ${reason}. Check that it is up, and its address, then find out again.`,
  answeredIn: (elapsed: string) => `answered in ${elapsed}`,
  unknownSystem: "What system it is was not told",
  nothingFound:
    "Nothing that Rollcall lists was found running there, as far as this login may see. What you know to be there can be added by hand.",
  sourcesLegend: "What to list",
  notFound: "Not found there now.",
  byHand: "Added by hand; it is looked for with its usual settings.",
  addByHand: "Add by hand",
  add: "Add",
  software: "Software",
} as const;

export const serverDeleteWords = {
  title: (server: string) => `Delete server ${server}?`,
  stops: "This is not watched any more:",
  stopsNothing: "Nothing was watched there.",
  keeps:
    "Nobody is signed out and nothing changes on the server. Its address, its host key and what logs in to it are forgotten.",
  consent: "OK, delete server",
  running: "Deleting…",
} as const;

export const serverImportWords = {
  title: "Import servers",
  lead: "In the format of rollcall.yaml. A server whose name is stored already is changed, others are added. When anything is wrong, nothing is imported.",
  text: "Servers",
  textNote: "paste the file, or choose it",
  consent: "Import",
  running: "Importing…",
  tooLong: "The text is longer than 500,000 characters. Import it in parts.",
  nothing: "Paste the servers, or choose the file.",
  problems: (count: number) =>
    `Nothing was imported, for ${formFor(count, "one mistake", `${formats.formatCount(count)} mistakes`)}:`,
  done: (added: number, changed: number) =>
    `${formats.formatCount(added)} added, ${formats.formatCount(changed)} changed.`,
  exportHint:
    "Downloads the servers that were added here as rollcall.yaml. Passwords and keys are not in it.",
  exported: "rollcall.yaml is downloaded. Passwords and keys are not in it.",
} as const;
