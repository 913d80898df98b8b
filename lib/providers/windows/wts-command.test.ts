import { expect, it } from "vitest";
import { wtsActCommands, wtsListCommands } from "./wts-command";

const lines = [wtsListCommands, wtsActCommands].flatMap((commands) =>
  Object.values(commands).map(({ text }) => text),
);

function decode(line: string): string {
  const [, encoded = ""] = /-EncodedCommand (\S+?)(?: &|;) echo rollcall-end$/.exec(line) ?? [];
  return Buffer.from(encoded, "base64").toString("utf16le");
}

it("fits into a command line of cmd, with what sshd puts before it", () => {
  const shell = '"C:\\WINDOWS\\System32\\cmd.exe" /c ""';
  for (const line of lines) expect(shell.length + line.length).toBeLessThan(8_191);
});

it("holds nothing that a shell would take for something else", () => {
  for (const line of lines) {
    expect(line).toMatch(
      /^(\$input \| )?powershell -NoProfile -NonInteractive -EncodedCommand [A-Za-z0-9+/=]+( &|;) echo rollcall-end$/,
    );
  }
});

it("is a script with its type in quotes that stand alone on their lines", () => {
  for (const script of lines.map(decode)) {
    expect(script.split("\n").filter((line) => line === "'@")).toHaveLength(1);
    expect(script).toMatch(/^\$ErrorActionPreference = 'Stop'$/m);
    expect(script).not.toMatch(/^\s|^#|^\/\//m);
    // Security software takes these for an attack.
    expect(script).not.toMatch(/Invoke-Expression|\biex\b|GzipStream|DownloadString/i);
  }
});
