import { Command, CommanderError } from "commander";
import { startProblem } from "@/lib/start-problem";
import { registerCheckCommand } from "./check";
import { CommandRefused } from "./command-refused";
import { registerSessionCommands } from "./sessions";
import { registerTokenCommands } from "./tokens";
import { registerTrustCommand } from "./trust";
import { registerUserCommands } from "./users";

const wrongUse = 2;

const program = new Command("rollcall")
  .description("See who is connected on all your servers, and end the sessions you choose.")
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "")) });

registerUserCommands(program);
registerTokenCommands(program);
registerTrustCommand(program);
registerCheckCommand(program);
registerSessionCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  process.stderr.write(
    `${error instanceof CommandRefused ? error.message : startProblem(error)}\n`,
  );
  return 1;
}
