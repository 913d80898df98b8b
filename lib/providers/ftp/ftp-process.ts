import type { FtpSession } from "@/lib/sessions/session";

/** What an FTP daemon itself says about one session. What it does not say is null. */
export interface FtpProcess
  extends Pick<
    FtpSession,
    | "pid"
    | "user"
    | "remoteAddress"
    | "startedAt"
    | "idleSeconds"
    | "status"
    | "command"
    | "virtualHost"
    | "clientLocation"
    | "fileName"
    | "protocol"
  > {
  /** With the pid, the identity of a process until the next boot (field 22 of /proc/PID/stat). */
  readonly startTicks: number;
  /**
   * What `rollcall-end` compares to know whose session it is: how the title of the process begins, and
   * nothing before the login; for pure-ftpd the account (`?` before the login) with the NUL behind it,
   * and nothing when it is not known.
   */
  readonly userBytes: Uint8Array;
  /** All processes of the session; for most daemons just the one. */
  readonly pids: readonly number[];
  /** Port of the daemon's end of the control connection. */
  readonly controlPort: number | null;
  readonly transfer: Transfer | null;
}

/** A file under way, as its daemon counts it. */
export interface Transfer {
  /** Bytes of this transfer so far; null where the daemon's number is known to be wrong. */
  readonly bytes: number | null;
  /** Bytes this transfer will have in the end; null for uploads, whose size nobody knows. */
  readonly size: number | null;
  /** Bytes of the file before this transfer, which a client resumes there, where the daemon says so. */
  readonly offset?: number;
}
