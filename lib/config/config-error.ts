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
