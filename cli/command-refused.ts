/** The command was understood and not done. Its message is one sentence on stderr; the exit code is 1. */
export class CommandRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandRefused";
  }
}
