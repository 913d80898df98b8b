import { type Found, findRunning } from "@/lib/sessions/find-running";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { WatchedSource, WatchSettings } from "@/lib/sessions/watched-source";
import { createLocalTransport } from "@/lib/transports/local";
import type { OpenServers } from "./open-servers";
import { toSourceKey } from "./source-key";

export interface FinderHere {
  /** Who asks while it looks waits for the same answer. */
  find(): Promise<void>;
  /** Drops at once what is found and not wanted. */
  forgetUnlisted(): void;
  close(): Promise<void>;
}

interface Where {
  /** The open server that stands for this machine. */
  readonly server: string;
  /** False while a person has said what there is on this machine: then nothing is found. */
  readonly isWanted: () => boolean;
  /** By source key: what a person does not want listed. */
  readonly unlisted: ReadonlySet<string>;
}

/** Finds what runs on this machine, each daemon once, and forgets what has not been there for long. */
export function createFinderHere(
  providers: readonly SessionProvider[],
  servers: OpenServers,
  watch: WatchSettings,
  { server, isWanted, unlisted }: Where,
): FinderHere {
  const local = createLocalTransport();
  const known = new Map<string, WatchedSource>();
  let finding: Promise<void> | undefined;

  const forget = (isOver: (key: string, source: WatchedSource) => boolean) => {
    for (const [key, source] of known) {
      if (!isOver(key, source)) continue;
      servers.drop(server, source);
      known.delete(key);
    }
  };
  const find = async () => {
    const running = isWanted() ? await findRunning(providers, local, watch) : [];
    // Somebody may have said meanwhile what there is.
    if (!isWanted()) return forget(() => true);
    const present = new Map(running.map((found) => [keyOf(found), found]));
    for (const [key, found] of present) {
      if (!known.has(key) && !unlisted.has(key)) known.set(key, servers.add(server, found));
    }
    forget((key, source) => !present.has(key) && hasFailedForLong(source));
  };
  return {
    find() {
      finding ??= find().finally(() => {
        finding = undefined;
      });
      return finding;
    },
    forgetUnlisted: () => forget((key) => unlisted.has(key)),
    close: () => local.close(),
  };
}

function keyOf({ provider, settings }: Found): string {
  return toSourceKey(provider.name, settings);
}

const forgetAfterMs = 600_000;

function hasFailedForLong(source: WatchedSource): boolean {
  const latest = source.latest();
  if (!latest || latest.state === "answered") return false;
  return Date.now() - latest.failingSince.getTime() >= forgetAfterMs;
}
