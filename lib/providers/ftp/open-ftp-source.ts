import type { CheckedPath } from "@/lib/sessions/command";
import { isSameSession } from "@/lib/sessions/same-session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { beforeAsking } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import type { Details, DetailsQuestion } from "./details-part";
import { endSessions, parseEnded } from "./end-sessions";
import type { FtpProcess } from "./ftp-process";
import { createDetailsMemory } from "./remembered-details";
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
  const memory = createDetailsMemory();
  const speedsOf = createTransferSpeeds();
  let limits: readonly SourceLimit[] = [];
  let latest: { readonly atMs: number; readonly processes: ProcessesById } | undefined;

  async function look(signal: AbortSignal) {
    const atMs = performance.now();
    const question = memory.question();
    const found = await daemon.look(question, signal);
    memory.learn(question.depth, found.details, found.processes, performance.now() - atMs);
    limits = [...limitsOf({ ...memory.seen(), signal: signalOf[daemon.name] }), ...found.limits];
    const processes = new Map(found.processes.map((process) => [String(process.pid), process]));
    latest = { atMs, processes };
    return { ...found, byId: processes };
  }

  const findSame = (ref: SessionRef, processes: ProcessesById) => {
    const process = processes.get(ref.id);
    return process && isSameSession(ref, toRef(sourceId, process)) ? process : undefined;
  };

  /** Who is meant has mostly been seen a moment ago, and the server compares again before it signals. */
  async function lookFor(refs: readonly SessionRef[], signal: AbortSignal) {
    const seen = latest && performance.now() - latest.atMs < recentMs ? latest.processes : null;
    return seen && refs.every((ref) => findSame(ref, seen)) ? seen : (await look(signal)).byId;
  }

  async function ask(endings: readonly FtpProcess[], action: SessionAction, signal: AbortSignal) {
    if (endings.length === 0) return new Map<number, Asked>();
    const { name, program } = daemon;
    const question = endSessions(endings, { daemon: name, action, program });
    return parseEnded(await transport.run(question, signal), endings);
  }

  return {
    id: sourceId,

    async list(signal) {
      const { processes, nowMs } = await look(signal);
      const { complete } = daemon;
      return toFtpSessions(processes, { sourceId, nowMs, memory, speedsOf, complete });
    },

    async act(refs, action, signal) {
      const present = await beforeAsking(lookFor(refs, signal));
      const same = refs.map((ref) => findSame(ref, present));
      const endings = same.filter((process) => process !== undefined);
      const asked = await ask(endings, action, signal);
      return refs.map(({ id }, index) => {
        const answer = asked.get(same[index]?.pid ?? 0);
        return answer ?? { status: present.has(id) ? "replaced" : "gone" };
      });
    },

    limits: () => limits,
    ...(daemon.clearLeftovers ? { clearLeftovers: daemon.clearLeftovers } : {}),
  };
}

const signalOf = { proftpd: "signal", pureftpd: "signal", vsftpd: "signal-group" } as const;

type ProcessesById = ReadonlyMap<string, FtpProcess>;

const recentMs = 1000;
