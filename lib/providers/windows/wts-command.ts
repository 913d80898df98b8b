import { readFileSync } from "node:fs";
import { type Command, type ShellPart, shellLine, shipped } from "@/lib/sessions/command";
import type { ShellDialect } from "./shell-dialect";

type InEveryDialect = Readonly<Record<ShellDialect, Command>>;

const list = encode(readFileSync(new URL("./wts-list.ps1", import.meta.url), "utf8"));
const act = encode(readFileSync(new URL("./wts-act.ps1", import.meta.url), "utf8"));

/** Constant lines: what varies travels as input. They stay under the 8,191 characters of cmd. */
export const wtsListCommands: InEveryDialect = {
  cmd: shellLine`powershell -NoProfile -NonInteractive -EncodedCommand ${list} & echo rollcall-end`,
  powershell: shellLine`powershell -NoProfile -NonInteractive -EncodedCommand ${list}; echo rollcall-end`,
  sh: shellLine`powershell -NoProfile -NonInteractive -EncodedCommand ${list}; echo rollcall-end`,
};

/** PowerShell as the account's shell hands on its input only where it is told to. */
export const wtsActCommands: InEveryDialect = {
  cmd: shellLine`powershell -NoProfile -NonInteractive -EncodedCommand ${act} & echo rollcall-end`,
  powershell: shellLine`$input | powershell -NoProfile -NonInteractive -EncodedCommand ${act}; echo rollcall-end`,
  sh: shellLine`powershell -NoProfile -NonInteractive -EncodedCommand ${act}; echo rollcall-end`,
};

function encode(script: string): ShellPart {
  const lines = script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("//"));
  return shipped(Buffer.from(lines.join("\n"), "utf16le").toString("base64"));
}
