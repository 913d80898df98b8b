import pino, { type Logger } from "pino";
import { toPlainJson } from "@/lib/sessions/plain-json";

export type Log = Pick<Logger, "info" | "warn" | "error">;

const stderr = pino.destination(2);

// Whoever read what is printed may be gone, such as a closed terminal. That is told to nobody, for the
// telling would fail the same way, again and again.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/** Events as JSON lines on stderr, so that stdout stays with what was asked for. */
export const log: Log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  { write: (line) => void stderr.write(toPlainJson(line)) },
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
