import type { SessionKind } from "./session";

/** The three actions, as on the buttons. */
export type SessionAction = "remove" | "disconnect" | "logOff";

export const actionsOf = {
  panel: ["remove"],
  ftp: ["remove"],
  terminal: ["disconnect", "logOff"],
} as const satisfies Record<SessionKind, readonly SessionAction[]>;
