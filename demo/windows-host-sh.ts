import type { Console } from "./windows-host-cmd";
import { notFound } from "./windows-host-programs";

const loopPattern = /^for id in ([\d ]*); do (.*); done$/;
const choicePattern = /^if (.*?); then (.*?); else (.*?); fi$/;

/** Runs a line as the bash of Git for Windows does, as far as Rollcall's lines go. */
export async function runSh(line: string, console: Console): Promise<number> {
  let id = "";
  let code = 0;

  async function runAll(text: string): Promise<void> {
    for (const statement of splitStatements(text)) await runStatement(statement);
  }

  async function runStatement(statement: string): Promise<void> {
    const [, ids, body = ""] = loopPattern.exec(statement) ?? [];
    const [, condition, whenTrue = "", otherwise = ""] = choicePattern.exec(statement) ?? [];
    if (ids !== undefined) {
      for (id of ids.split(" ").filter(Boolean)) await runAll(body);
    } else if (condition !== undefined) {
      await runStatement(condition);
      await runAll(code === 0 ? whenTrue : otherwise);
    } else if (statement.startsWith("echo ")) {
      const words = statement.slice("echo ".length).replace("$?", String(code));
      console.print(words.replace(/^'(.*)'$/, "$1"));
      code = 0;
    } else {
      await runNative(statement);
    }
  }

  async function runNative(statement: string): Promise<void> {
    const [, redirected] = /2>(&1|\/dev\/null)/.exec(statement) ?? [];
    const errors = redirected === undefined ? "apart" : redirected === "&1" ? "merged" : "dropped";
    const bare = statement.replace(/2>(?:&1|\/dev\/null)/, "").replace("$id", id);
    const words = bare.trim().split(/ +/);
    code = await console.runProgram(words, { errors, input: console.input });
    if (code !== notFound) return;
    code = 127;
    console.printError(`bash: line 1: ${words[0]}: command not found`);
  }

  await runAll(line);
  return code;
}

/** At `;` outside quotes, loops and choices. */
function splitStatements(line: string): readonly string[] {
  const statements = [""];
  let depth = 0;
  for (const [piece = ""] of line.matchAll(/'[^']*'|;|\s+|[^;'\s]+/g)) {
    if (piece === "for" || piece === "if") depth += 1;
    if (piece === "done" || piece === "fi") depth -= 1;
    if (piece === ";" && depth === 0) statements.push("");
    else statements[statements.length - 1] += piece;
  }
  return statements.map((statement) => statement.trim()).filter(Boolean);
}
