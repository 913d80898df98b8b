import type { SessionKind } from "./session";

/**
 * The actions, as on the buttons. `forceRemove` and `reset` are the harder second step, for a session
 * that was asked to end and did not. `sendMessage` shows a text to who is signed in.
 */
export type SessionAction =
  | "remove"
  | "forceRemove"
  | "disconnect"
  | "logOff"
  | "reset"
  | "sendMessage";

/** What a source is asked by `act`; a message travels with its text, by `sendMessage`. */
export type ActAction = Exclude<SessionAction, "sendMessage">;

export const actionsOf = {
  panel: ["remove"],
  ftp: ["remove", "forceRemove"],
  terminal: ["disconnect", "logOff", "reset", "sendMessage"],
} as const satisfies Record<SessionKind, readonly SessionAction[]>;

export type TerminalAction = (typeof actionsOf)["terminal"][number];
