import type { ServerView } from "./server-view";

/** Nothing but this machine is asked, which nobody has added. */
export function isOnlyHere(servers: readonly ServerView[]): boolean {
  return servers.every(({ via, id }) => via.kind === "local" && id === null);
}
