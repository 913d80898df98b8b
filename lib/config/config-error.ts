/** One mistake in the configuration file. */
export interface Problem {
  readonly line: number;
  /** As people write it: `servers[0].via`. */
  readonly path: string;
  /** File, line, path, what to do. */
  readonly sentence: string;
}

/** The configuration file is wrong. One problem a line: file, line, path, what to do. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** From the top of the file to its end. */
export function toConfigError(problems: readonly Problem[]): ConfigError {
  const inOrder = problems.toSorted((one, other) => one.line - other.line);
  return new ConfigError(inOrder.map(({ sentence }) => sentence));
}
