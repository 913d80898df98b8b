import { setTimeout as pause } from "node:timers/promises";
import type { Host } from "./windows-host-behaviour";
import type { HostInput } from "./windows-host-input";
import type { Printed } from "./windows-host-programs";
import { actOnWts, listWts } from "./windows-host-wts";

interface Script {
  readonly text: string;
  /** Without `-InputFormat None` PowerShell itself reads the whole input, and keeps it as `$input`. */
  readonly readsInputItself: boolean;
}

/**
 * `powershell.exe` as far as two scripts go, told apart by what they call. Beside what a script prints
 * it writes progress to stderr, as it does there where nobody sits at the screen.
 */
export async function runWindowsPowerShell(
  host: Host,
  words: readonly string[],
  input: HostInput,
): Promise<Printed> {
  const { powershell, powershellTakesMs } = host.behaviour;
  if (powershellTakesMs > 0) await pause(powershellTakesMs);
  const script = readScript(words);
  switch (powershell) {
    case "slow":
      host.openPowerShells += 1;
      await input.whenClosed();
      host.openPowerShells -= 1;
      return { code: 1 };
    case "constrained":
      return { stderr: toClixml(`${progress}${constrainedError}`), code: 1 };
    case "no-rights":
      return print("rollcall-wts-failed", "Access is denied.");
    case "full":
      return print(...(await runScript(host, script, input)));
    case "missing":
      throw new Error("a program that is missing was started");
  }
}

function readScript(words: readonly string[]): Script {
  const line = words.join(" ");
  const pattern = /^-NoProfile -NonInteractive (-InputFormat None )?-EncodedCommand ([\w+/=]+)$/;
  const [whole, inputFormat, encoded = ""] = pattern.exec(line) ?? [];
  if (whole === undefined) throw new Error(`odd words after powershell: ${line}`);
  const text = Buffer.from(encoded, "base64").toString("utf16le");
  return { text, readsInputItself: inputFormat === undefined };
}

async function runScript(
  host: Host,
  { text, readsInputItself }: Script,
  input: HostInput,
): Promise<readonly [mark: string, said: string]> {
  const isAct = text.includes("WTSLogoffSession");
  if (!isAct && !text.includes("WTSEnumerateSessionsEx")) throw new Error(`odd script: ${text}`);
  if (!isAct) return ["rollcall-wts", JSON.stringify(listWts(host))];
  const all = readsInputItself ? await input.readAll() : null;
  const line = all === null ? await input.readLine() : text.includes("$input") ? all : "";
  const [, title = ""] = /["'](Rollcall[^"']*)["']/.exec(text) ?? [];
  try {
    const json = Buffer.from(line ?? "", "base64").toString("utf8");
    return ["rollcall-wts", JSON.stringify(actOnWts(host, json, title))];
  } catch (error) {
    return ["rollcall-wts-failed", String(error)];
  }
}

function print(mark: string, said: string): Printed {
  const stdout = `${mark} ${Buffer.from(said, "utf8").toString("base64")}\r\n`;
  return { stdout, stderr: toClixml(progress), code: 0 };
}

function toClixml(records: string): string {
  const schema = "http://schemas.microsoft.com/powershell/2004/04";
  return `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="${schema}">${records}</Objs>`;
}

const progress =
  '<Obj S="progress" RefId="0"><TN RefId="0"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN><MS><I64 N="SourceId">1</I64><PR N="Record"><AV>Preparing modules for first use.</AV><AI>0</AI><Nil /><PI>-1</PI><PC>-1</PC><T>Completed</T><SR>-1</SR><SD> </SD></PR></MS></Obj>';

/** What Add-Type says in Constrained Language Mode, where every attempt to say more fails as well. */
const constrainedError = [
  "Add-Type : Cannot add type. Definition of new types is not supported in this language mode.",
  "At line:4 char:1",
  "    + CategoryInfo          : PermissionDenied: (:) [Add-Type], PSNotSupportedException",
  "    + FullyQualifiedErrorId : CannotDefineNewType,Microsoft.PowerShell.Commands.AddTypeCommand",
]
  .map((line) => `<S S="Error">${line}_x000D__x000A_</S>`)
  .join("");
