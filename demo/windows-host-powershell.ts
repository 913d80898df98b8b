import type { Console } from "./windows-host-cmd";
import { type HostInput, withoutInput } from "./windows-host-input";
import { notFound } from "./windows-host-programs";

const loopPattern = /^foreach \(\$id in -split '([^']*)'\) \{(.*)\}$/;
const choicePattern = /^if \(\$LASTEXITCODE -eq 0\) \{(.*?)\} else \{(.*)\}$/;

/** Runs a line as `powershell -c` does, as far as Rollcall's lines go; anything else throws. */
export async function runPowerShell(line: string, console: Console): Promise<number> {
  if (/&(?!1)/.test(line.replace(/'[^']*'/g, ""))) {
    console.printError("The ampersand (&) character is not allowed.");
    return 1;
  }
  const state = { id: "", lastExitCode: "", keepsLetters: false };

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
    } else if (/^\$OutputEncoding *= */.test(statement)) {
      state.keepsLetters = true;
    } else if (!/^\$\w+ *= *'\w+'$/.test(statement)) {
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

  /** PowerShell has read the whole input itself: a program gets of it what `$input` hands on. */
  async function runNative(statement: string): Promise<void> {
    const isHandedOn = statement.startsWith("$input |");
    const [program = "", ...filters] = statement.split("|").slice(isHandedOn ? 1 : 0);
    if (filters.some((filter) => filter.trim() !== "% ToString")) throw new Error(statement);
    const [, redirected] = /2>(&1|\$null)/.exec(program) ?? [];
    const errors = redirected === undefined ? "apart" : redirected === "&1" ? "merged" : "dropped";
    const bare = program.replace(/2>(?:&1|\$null)/, "").replace("$id", state.id);
    const words = bare.trim().split(/ +/);
    const input = isHandedOn ? handOn(state.keepsLetters) : withoutInput(console.input);
    const code = await console.runProgram(words, { errors, input });
    if (code !== notFound) {
      state.lastExitCode = String(code);
      return;
    }
    console.printError(
      `${words[0]} : The term '${words[0]}' is not recognized as the name of a cmdlet, function, script file, or operable program.`,
    );
    console.printError("    + FullyQualifiedErrorId : CommandNotFoundException");
  }

  /** Windows PowerShell writes ASCII to a program's input unless `$OutputEncoding` says otherwise. */
  function handOn(keepsLetters: boolean): HostInput {
    const readAll = async () => {
      const all = await console.input.readAll();
      return keepsLetters ? all : all.replace(/[^\0-\x7f]/gu, "?");
    };
    return {
      ...console.input,
      readAll,
      readLine: async () => (await readAll()).split(/\r?\n/)[0] ?? "",
    };
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
