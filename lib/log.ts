import pino, { type Logger } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error">;

/** Events as JSON lines on stderr, so that stdout stays with what was asked for. */
export const log: Log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
);

/** A line for the person who started Rollcall. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line for the same person, about what went wrong. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Next warns of every request that names no action; what Rollcall has to say is said above. */
export function hushConsole(): void {
  console.warn = () => undefined;
}
