import type { FtpAccountType, FtpStatus, TerminalStatus } from "@/lib/sessions/session";
import { formats } from "./formats";

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

const { formFor } = formats;

/** How many are doing this, without the number. */
export const tallyWords = {
  uploading: (count: number) => formFor(count, "uploading", "uploading"),
  downloading: (count: number) => formFor(count, "downloading", "downloading"),
  "logged-in": (count: number) => formFor(count, "logged in", "logged in"),
  disconnected: (count: number) => formFor(count, "disconnected", "disconnected"),
} as const;
