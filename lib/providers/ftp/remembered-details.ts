import type { Depth, Details, DetailsQuestion } from "./details-part";
import type { FtpProcess } from "./ftp-process";
import type { ProcessDetails } from "./process-details";
import type { Rights } from "./rights";
import { isControl, type Socket } from "./sockets";

/** What is known of one session besides what its daemon says. */
export interface Known {
  /** The folder it is held in; `/` where it is not. */
  readonly root: string | undefined;
  readonly details: ProcessDetails | undefined;
  readonly control: Socket | undefined;
  /** The connection of the file or listing under way. */
  readonly data: Socket | undefined;
  readonly isControlMissing: boolean;
  /** Its client has gone, and the daemon has not noticed. */
  readonly isClientGone: boolean;
}

interface Remembered extends Known {
  /** What it did then. Doing something else, it has other files and connections by now. */
  readonly doing: string;
}

const nothing: Known = {
  root: undefined,
  details: undefined,
  control: undefined,
  data: undefined,
  isControlMissing: false,
  isClientGone: false,
};

/** The kernel's lists are long, so they are asked for this seldom, and seldom enough for a twentieth of the time. */
const detailsEveryMs = 2_000;
const restPerWork = 20;
const longestRestMs = 10_000;
/** What came or changed since has its details this much earlier. */
const newcomerLeadMs = 1_500;
const rightsEveryMs = 600_000;
const rightsAgainMs = 15_000;

/** Keeps what the last look in depth found, until the next one. */
export function createDetailsMemory(nowMs: () => number = () => performance.now()) {
  let known = new Map<string, Remembered>();
  let rights: Rights | undefined;
  let hasSockets = false;
  let hasNewcomers = false;
  let restMs = detailsEveryMs;
  let [detailsAtMs, rightsAskedAtMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  const find = (process: FtpProcess) => {
    const found = known.get(identityOf(process));
    return found?.doing === doingOf(process) ? found : undefined;
  };

  return {
    question(): DetailsQuestion {
      const depth = depthNow();
      if (depth === "rights") rightsAskedAtMs = nowMs();
      return { depth, rights: rights ?? noRights };
    },

    /** Takes in what a look found that was asked with `depth` and took this long. */
    learn(depth: Depth, found: Details, processes: readonly FtpProcess[], tookMs = 0): void {
      rights = found.rights ?? rights;
      hasNewcomers = depth === "none" && processes.some((process) => !find(process));
      if (depth === "none") return;
      detailsAtMs = nowMs();
      // With the rights come a connection and a sudo that are no measure of the details.
      if (depth === "details") {
        restMs = Math.min(longestRestMs, Math.max(detailsEveryMs, tookMs * restPerWork));
      }
      hasSockets = found.sockets !== undefined;
      const before = known;
      known = new Map(
        processes.map((process) => {
          const identity = identityOf(process);
          return [identity, toRemembered(process, found, before.get(identity))];
        }),
      );
    },

    of(process: FtpProcess): Known {
      return find(process) ?? { ...nothing, root: known.get(identityOf(process))?.root };
    },

    rights: () => rights,
    seen: () => ({
      rights,
      hasSockets,
      hasDetails: known.size === 0 || [...known.values()].some(({ details }) => details),
    }),
  };

  function depthNow(): Depth {
    const isDue = (atMs: number, everyMs: number) => nowMs() - atMs >= everyMs;
    // Where the daemon's list fails, the answer about the rights is lost with it.
    if (isDue(rightsAskedAtMs, rights ? rightsEveryMs : rightsAgainMs)) return "rights";
    return isDue(detailsAtMs, hasNewcomers ? restMs - newcomerLeadMs : restMs) ? "details" : "none";
  }
}

export type DetailsMemory = ReturnType<typeof createDetailsMemory>;

const noRights: Pick<Rights, "may"> = { may: new Set() };

function toRemembered(
  process: FtpProcess,
  found: Details,
  before: Remembered | undefined,
): Remembered {
  const sockets = process.pids.flatMap((pid) => found.sockets?.get(pid) ?? []);
  const control = sockets.find((socket) => isControl(socket, process));
  const details = found.processes.get(process.pid);
  const isSeen = found.sockets !== undefined && !details?.isInOtherNetwork;
  const isControlMissing = isSeen && control === undefined;
  return {
    doing: doingOf(process),
    root: details?.root,
    details,
    control,
    data: sockets.findLast((socket) => !isControl(socket, process)),
    isControlMissing,
    // A session that ends just now has no connection either, so it is believed the second time.
    isClientGone: isControlMissing && (before?.isControlMissing ?? false),
  };
}

/** The same process before and after a login is two people. */
function identityOf({ pid, startTicks, user }: FtpProcess): string {
  return `${pid} ${startTicks} ${user === null ? "" : `of ${user}`}`;
}

function doingOf({ command, fileName, clientLocation }: FtpProcess): string {
  return `${command}\0${fileName}\0${clientLocation}`;
}
