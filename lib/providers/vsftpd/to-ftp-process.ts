import type { FtpProcess } from "@/lib/providers/ftp/ftp-process";
import { msPerTick } from "@/lib/providers/linux/server-clock";
import type { VsftpdSession } from "./vsftpd-sessions";

/** What the titles say of a session. Without them it is there, and nothing else is known of it. */
export function toFtpProcess(session: VsftpdSession, bootMs: number): FtpProcess {
  const { worker, parent, processes } = session;
  const { pid, startTicks, title } = worker;
  return {
    pid,
    startTicks,
    pids: processes.map((process) => process.pid),
    user: title?.user ?? null,
    userBytes: Buffer.from(title?.userText ?? "", "latin1"),
    remoteAddress: title?.remoteAddress ?? null,
    startedAt: new Date(bootMs + parent.startTicks * msPerTick),
    idleSeconds: null,
    status: title?.status ?? (isBeforeLogin(session) ? "connecting" : "working"),
    command: title?.command ?? null,
    fileName: title?.fileName ?? null,
    clientLocation: null,
    virtualHost: null,
    protocol: protocolOf(session),
    controlPort: null,
    transfer: null,
  };
}

/**
 * With `session_support` the parent stays root's after the login too, and then only the worker's
 * account tells: until then it is nobody's, unless `nopriv_user` says otherwise.
 */
function isBeforeLogin({ worker, parent }: VsftpdSession): boolean {
  return parent.uid === 0 && (worker.uid === 0 || worker.uid === nobodyUid);
}

const nobodyUid = 65_534;

/** Before the login nothing tells TLS from no TLS. */
function protocolOf({ worker, processes }: VsftpdSession): string | null {
  if (processes.some(({ title }) => title?.role === "ssl-handler")) return "ftps";
  return worker.title?.role === "logged-in" && processes.length > 1 ? "ftp" : null;
}
