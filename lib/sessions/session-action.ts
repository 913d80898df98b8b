import type { SessionKind } from "./session";

/**
 * The three actions, as on the buttons, and the harder second step of `remove`, for a session that
 * was asked to end and did not.
 */
export type SessionAction = "remove" | "forceRemove" | "disconnect" | "logOff";

export const actionsOf = {
  panel: ["remove"],
  ftp: ["remove", "forceRemove"],
  terminal: ["disconnect", "logOff"],
} as const satisfies Record<SessionKind, readonly SessionAction[]>;
