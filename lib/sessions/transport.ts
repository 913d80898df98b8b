import type { Command } from "./command";

export interface Answer {
  /** As the server sent it, without the end mark and what follows it. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly exitCode: number;
}

/** A way to run commands on one server. */
export interface Transport {
  /**
   * Rejects with SourceError: `unreachable`, `timed-out` and `not-trusted` and `refused` for the way
   * there, `too-large` over 2 MiB, and `unreadable` unless the answer came whole: a numeric exit code
   * and the end mark. An aborted signal rejects with its reason, and the command is ended.
   * `input` is what the command reads from its standard input; without it there is none to read.
   */
  run(command: Command, signal: AbortSignal, input?: Uint8Array): Promise<Answer>;

  /** Closes what is kept open. Later calls of `run` reject. */
  close(): Promise<void>;
}
