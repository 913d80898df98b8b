import type { ServerView } from "./server-view";

/** Servers in which every word that was typed stands: in the name, the address or what runs there. */
export function findServers(servers: readonly ServerView[], search: string): readonly ServerView[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return servers.filter((server) => {
    const text = textOf(server).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function textOf({ name, via, sources }: ServerView): string {
  const way = via.kind === "ssh" ? [via.host, via.user, via.jump?.host ?? ""] : [];
  return [name, ...way, ...sources.map(({ title }) => title)].join("\n");
}
