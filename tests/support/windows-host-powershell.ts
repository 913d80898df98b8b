import type { Console } from "./windows-host-cmd";

const loopPattern = /^foreach \(\$id in -split '([^']*)'\) \{(.*)\}$/;
const choicePattern = /^if \(\$LASTEXITCODE -eq 0\) \{(.*?)\} else \{(.*)\}$/;

/** Runs a line as `powershell -c` does, as far as Rollcall's lines go; anything else throws. */
export async function runPowerShell(line: string, console: Console): Promise<number> {
  if (/&(?!1)/.test(line.replace(/'[^']*'/g, ""))) {
    console.printError("The ampersand (&) character is not allowed.");
    return 1;
  }
  const state = { id: "", lastExitCode: "" };

  async function runBlock(block: string): Promise<void> {
    for (const statement of splitStatements(block)) await runStatement(statement);
  }

  async function runStatement(statement: string): Promise<void> {
    const loop = loopPattern.exec(statement);
    const [, whenZero, otherwise = ""] = choicePattern.exec(statement) ?? [];
    if (loop) {
      await runLoop(loop);
    } else if (whenZero !== undefined) {
      await runBlock(state.lastExitCode === "0" ? whenZero : otherwise);
    } else if (statement.startsWith("echo ")) {
      echo(statement.slice("echo ".length));
    } else if (!/^\$\w+='\w+'$/.test(statement)) {
      await runNative(statement);
    }
  }

  async function runLoop([, ids = "", body = ""]: readonly string[]): Promise<void> {
    for (state.id of ids.split(/\s+/).filter(Boolean)) await runBlock(body);
  }

  /** Each word on a line of its own. */
  function echo(words: string): void {
    for (const word of words.match(/'[^']*'|\S+/g) ?? []) {
      console.print(word === "$?" ? "True" : word.replace(/^'(.*)'$/, "$1"));
    }
  }

  async function runNative(statement: string): Promise<void> {
    const [program = "", ...filters] = statement.split("|").map((part) => part.trim());
    if (filters.some((filter) => filter !== "% ToString")) throw new Error(`odd: ${statement}`);
    const words = program.replace("2>&1", "").replace("$id", state.id).trim().split(/ +/);
    const code = await console.runProgram(words, program.includes("2>&1"));
    if (code !== 9009) {
      state.lastExitCode = String(code);
      return;
    }
    console.printError(
      `${words[0]} : The term '${words[0]}' is not recognized as the name of a cmdlet.`,
    );
    console.printError("    + FullyQualifiedErrorId : CommandNotFoundException");
  }

  await runBlock(line);
  return state.lastExitCode === "0" ? 0 : 1;
}

/** At `;` outside quotes and braces. */
function splitStatements(block: string): readonly string[] {
  const statements = [""];
  let depth = 0;
  let isQuoted = false;
  for (const character of block) {
    if (character === "'") isQuoted = !isQuoted;
    if (character === "{" && !isQuoted) depth += 1;
    if (character === "}" && !isQuoted) depth -= 1;
    if (character === ";" && !isQuoted && depth === 0) statements.push("");
    else statements[statements.length - 1] += character;
  }
  return statements.map((statement) => statement.trim()).filter(Boolean);
}
