import type { ToolKind } from "@/lib/sessions/tool-state";
import { formats } from "./formats";

interface ToolWords {
  readonly short: string;
  readonly title: string;
  readonly purpose: string;
}

export const toolWords = {
  panel: {
    short: "Panel Sessions",
    title: "Active Panel Sessions",
    purpose: "Who is signed in to Rollcall itself, and from where.",
  },
  ftp: {
    short: "FTP Sessions",
    title: "Active FTP Sessions",
    purpose: "Who is connected over FTP, and which files are under way.",
  },
  terminal: {
    short: "Terminal Sessions",
    title: "Active Terminal Services Sessions",
    purpose: "Who is logged in to Windows and Linux servers, at the console or remotely.",
  },
  servers: {
    short: "Servers",
    title: "Servers",
    purpose: "Which servers Rollcall asks, how it reaches them, and how they are.",
  },
  domains: {
    short: "Domains",
    title: "Domains",
    purpose: "Which domains and FTP accounts belong to whom.",
  },
  users: {
    short: "Users",
    title: "Users",
    purpose: "Who may sign in to Rollcall, and what each may see and do.",
  },
  audit: {
    short: "Audit",
    title: "Audit",
    purpose: "Who signed in and who did what, in a record that cannot be changed unseen.",
  },
  settings: {
    short: "Settings",
    title: "Settings",
    purpose: "How long a sign-in lasts, and how many one person may have.",
  },
} as const satisfies Record<ToolKind, ToolWords>;

const { formFor } = formats;

/** What is counted of a tool, without the number. */
function nounOf(kind: ToolKind, count: number): string {
  switch (kind) {
    case "servers":
      return formFor(count, "server", "servers");
    case "domains":
      return formFor(count, "domain", "domains");
    case "users":
      return formFor(count, "user", "users");
    case "panel":
    case "ftp":
    case "terminal":
    case "audit":
    case "settings":
      return formFor(count, "session", "sessions");
  }
}

export const toolCountWords = {
  counted: nounOf,
  unknown: "Not known",
  noSource: "No server added yet",
  silent: (servers: string) => `No answer from ${servers}`,
  stale: (servers: string) => `Old answer from ${servers}`,
} as const;
