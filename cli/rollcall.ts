import { Command, CommanderError } from "commander";
import { startProblem } from "@/lib/start-problem";
import { registerAuditCommand } from "./audit";
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
  .configureOutput({ outputError: (text, write) => write(`${toSentence(text)}\n`) });

registerUserCommands(program);
registerTokenCommands(program);
registerTrustCommand(program);
registerCheckCommand(program);
registerSessionCommands(program);
registerAuditCommand(program);

// Who reads may stop at any line, as `head` does; the command still does its work to the end.
process.stdout.on("error", (error) => {
  if (!("code" in error && error.code === "EPIPE")) throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** "error: unknown command 'usr'\n(Did you mean user?)" as a sentence. */
function toSentence(text: string): string {
  const words = text
    .replace(/^error: /, "")
    .trim()
    .replace(/\s+/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  process.stderr.write(
    `${error instanceof CommandRefused ? error.message : startProblem(error)}\n`,
  );
  return 1;
}
