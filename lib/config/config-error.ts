import { inEnglish, type Reason } from "@/lib/sessions/reason";

/** One mistake in the configuration file. */
export interface Problem {
  readonly line: number;
  /** As people write it: `servers[0].via`. */
  readonly path: string;
  /** `rollcall.yaml:3: servers[0].via` */
  readonly place: string;
  /** What to do. */
  readonly why: Reason;
}

/** The configuration file is wrong. One problem a line: file, line, path, what to do. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** From the top of the file to its end. */
export function toConfigError(problems: readonly Problem[]): ConfigError {
  const inOrder = problems.toSorted((one, other) => one.line - other.line);
  const lines = inOrder.map(({ place, why }) => `${place}: ${inEnglish(why)}`);
  return new ConfigError(lines.join("\n"), inOrder);
}
