import { parseAsked } from "@/lib/providers/linux/parse-asked";
import type { CheckedPath } from "@/lib/sessions/command";
import { isSameSession } from "@/lib/sessions/same-session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { beforeAsking } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import type { Details, DetailsQuestion } from "./details-part";
import { endSessions } from "./end-sessions";
import type { FtpProcess } from "./ftp-process";
import { createDetailsMemory, type DetailsMemory } from "./remembered-details";
import { limitsOf } from "./rights";
import { type Completion, toFtpSessions, toRef } from "./to-ftp-sessions";
import { createTransferSpeeds } from "./transfer-speeds";

/** What one look at a daemon brought back. */
export interface FtpLook {
  readonly processes: readonly FtpProcess[];
  readonly details: Details;
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
  /** What this daemon does not tell, besides what the account may not see. */
  readonly limits: readonly SourceLimit[];
}

/** What is different from one FTP daemon to the next. */
export interface FtpDaemon {
  readonly name: "proftpd" | "pureftpd" | "vsftpd";
  /** Path of its binary, if it is to be compared before a signal. */
  readonly program: CheckedPath | undefined;
  /** One command, one answer. @throws SourceError when the daemon's list cannot be had. */
  look(question: DetailsQuestion, signal: AbortSignal): Promise<FtpLook>;
  readonly complete?: Completion;
  clearLeftovers?(signal: AbortSignal): Promise<void>;
}

/** A daemon's list, joined with what its server knows of the processes behind it. */
export function openFtpSource(
  sourceId: string,
  daemon: FtpDaemon,
  transport: Transport,
): SessionSource {
  const { name, program, complete, clearLeftovers } = daemon;
  const memory = createDetailsMemory();
  const speedsOf = createTransferSpeeds();
  const look = createInDepthLook(daemon, memory);
  let latest: Latest = { atMs: Number.NEGATIVE_INFINITY, byId: new Map(), limits: [] };

  async function lookNow(signal: AbortSignal) {
    const atMs = performance.now();
    const found = await look(signal);
    const byId = new Map(found.processes.map((process) => [String(process.pid), process]));
    const limits = [...limitsOf({ ...memory.seen(), signal: signalOf[name] }), ...found.limits];
    latest = { atMs, byId, limits };
    return found;
  }

  const findSame = (ref: SessionRef) => {
    const process = latest.byId.get(ref.id);
    return process && isSameSession(ref, toRef(sourceId, process)) ? process : undefined;
  };

  async function ask(endings: readonly FtpProcess[], action: SessionAction, signal: AbortSignal) {
    if (endings.length === 0) return new Map<number, Asked>();
    const question = endSessions(endings, { daemon: name, action, program });
    return parseAsked(await transport.run(question, signal), endings);
  }

  return {
    id: sourceId,

    async list(signal) {
      const { processes, nowMs } = await lookNow(signal);
      return toFtpSessions(processes, { sourceId, nowMs, memory, speedsOf, complete });
    },

    async act(refs, action, signal) {
      // Who is meant has mostly been seen a moment ago, and the server compares again before it signals.
      const isRecent = performance.now() - latest.atMs < recentMs;
      if (!isRecent || !refs.every(findSame)) await beforeAsking(lookNow(signal));
      const { byId } = latest;
      const same = refs.map(findSame);
      const endings = same.filter((process) => process !== undefined);
      const asked = await ask(endings, action, signal);
      return refs.map(({ id }, index) => {
        const answer = asked.get(same[index]?.pid ?? 0);
        return answer ?? { status: byId.has(id) ? "replaced" : "gone" };
      });
    },

    limits: () => latest.limits,
    ...(clearLeftovers ? { clearLeftovers } : {}),
  };
}

interface Latest {
  readonly atMs: number;
  readonly byId: ReadonlyMap<string, FtpProcess>;
  readonly limits: readonly SourceLimit[];
}

/** Looks again in depth where somebody came since the last details, unless those are of just now. */
function createInDepthLook(daemon: FtpDaemon, memory: DetailsMemory): InDepthLook {
  const lookOnce = async (question: DetailsQuestion, signal: AbortSignal) => {
    const atMs = performance.now();
    const found = await daemon.look(question, signal);
    const { depth } = question;
    memory.learn({ ...found, depth, tookMs: performance.now() - atMs });
    return found;
  };
  return async (signal) => {
    const question = memory.question();
    const found = await lookOnce(question, signal);
    if (question.depth !== "none") return found;
    const next = memory.question();
    return next.depth === "none" ? found : lookOnce(next, signal);
  };
}

type InDepthLook = (signal: AbortSignal) => Promise<FtpLook>;

const signalOf = { proftpd: "signal", pureftpd: "signal", vsftpd: "signal-group" } as const;

const recentMs = 1000;
