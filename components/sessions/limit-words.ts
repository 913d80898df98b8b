import type { LimitCode } from "@/lib/sessions/source-limit";

export const limitWords = {
  mayEnd: "Rollcall may end them",
  mayNotEnd: "Rollcall may not end them",
  sources: {
    panel: (count: number) => `${count} panels`,
    ftp: (count: number) => `${count} FTP servers`,
    terminal: (count: number) => `${count} servers`,
  },
  withRemarks: (count: number) => `${count} of them with remarks`,
  copy: "Copy",
  copied: "Copied",
  selected: "Selected: press Ctrl+C",
  clear: "Clear them",
  clearing: "Clearing…",
  cleared: "Cleared.",
  unreachable: "Rollcall did not answer, so it is not known whether anything was cleared.",
} as const;

/** In a few words, for the line that is always there. */
export const briefLimits = {
  "no-sockets": "speed and progress are only partly known",
  "no-process-details": "folders on the server are not known",
  "no-titles": "who is signed in is not known",
  "may-not-end": "may not end sessions",
  "daemon-gone": "the FTP server itself does not run any more",
  fallback: "its full list cannot be read",
  leftovers: "entries of ended sessions are left",
  "weak-compare": "sessions are compared a moment before an act, not with it",
  "no-times": "when people signed in is not known",
} as const satisfies Record<LimitCode, string>;
