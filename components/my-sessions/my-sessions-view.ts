import type { EndedOwnSession, OwnSession, OwnSessions } from "@/lib/sessions/own-session";
import { type NamedBrowser, nameBrowser } from "./name-browser";

export type OpenView = OwnSession & NamedBrowser;
export type EndedView = EndedOwnSession & NamedBrowser;

export interface MySessionsView {
  readonly open: readonly OpenView[];
  readonly ended: readonly EndedView[];
  readonly asOf: Date;
}

/** Made on the server: what knows all browsers is no small script. */
export function toMySessionsView({ open, ended }: OwnSessions, asOf: Date): MySessionsView {
  return {
    open: open.map((session) => ({ ...session, ...nameBrowser(session.userAgent) })),
    ended: ended.map((session) => ({ ...session, ...nameBrowser(session.userAgent) })),
    asOf,
  };
}
