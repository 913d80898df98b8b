import type { Depth, Details, DetailsQuestion } from "./details-part";
import { createSchedule } from "./details-schedule";
import type { FtpProcess } from "./ftp-process";
import type { ProcessDetails } from "./process-details";
import { isAllowed, type Rights } from "./rights";
import { isControl, type Socket } from "./sockets";

/** What is known of one session besides what its daemon says. */
export interface Known {
  /** The folder it is held in; `/` where it is not. */
  readonly root: string | undefined;
  readonly details: ProcessDetails | undefined;
  readonly control: Socket | undefined;
  /** The connection of the file or listing under way. */
  readonly data: Socket | undefined;
  /** When the connections were looked at, by the server's clock, ms since 1970. */
  readonly countedAtMs: number;
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
  countedAtMs: 0,
  isControlMissing: false,
  isClientGone: false,
};

/** Keeps what the last look in depth found, until the next one. */
export function createDetailsMemory(nowMs: () => number = () => performance.now()) {
  const schedule = createSchedule(nowMs);
  let known = new Map<string, Remembered>();
  let rights: Rights | undefined;
  let hasSockets = false;
  let hasNewcomers = false;

  const find = (process: FtpProcess) => {
    const found = known.get(identityOf(process));
    return found?.doing === doingOf(process) ? found : undefined;
  };
  const mayLook = () => rights !== undefined && isAllowed(rights, "look");

  return {
    question(): DetailsQuestion {
      return { depth: schedule.next(rights, hasNewcomers), rights: rights ?? noRights };
    },

    /** Takes in what a look found. */
    learn({ depth, details, processes, nowMs: countedAtMs, tookMs }: Learnt): void {
      rights = details.rights ?? rights;
      hasNewcomers = depth === "none" && processes.some((process) => !find(process));
      if (depth === "none") return;
      schedule.looked(depth, tookMs);
      hasSockets = details.sockets !== undefined;
      const before = known;
      known = new Map(
        processes.map((process) => {
          const identity = identityOf(process);
          const remembered = toRemembered(process, details, before.get(identity));
          return [identity, { ...remembered, countedAtMs }];
        }),
      );
    },

    of(process: FtpProcess): Known {
      return find(process) ?? { ...nothing, root: known.get(identityOf(process))?.root };
    },

    rights: () => rights,
    /** Whether the next details will tell what these did not. */
    isIncomplete: () => rights === undefined || mayLook(),
    seen: () => ({
      rights,
      hasSockets,
      hasDetails: mayLook() && (known.size === 0 || hasAnyDetails(known)),
    }),
  };
}

interface Learnt {
  /** As it was asked for. */
  readonly depth: Depth;
  readonly details: Details;
  readonly processes: readonly FtpProcess[];
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
  readonly tookMs: number;
}

function hasAnyDetails(known: ReadonlyMap<string, Remembered>): boolean {
  return [...known.values()].some(({ details }) => details !== undefined);
}

export type DetailsMemory = ReturnType<typeof createDetailsMemory>;

const noRights: Pick<Rights, "may"> = { may: new Set() };

function toRemembered(
  process: FtpProcess,
  found: Details,
  before: Remembered | undefined,
): Omit<Remembered, "countedAtMs"> {
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
