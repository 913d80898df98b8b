import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { askForDialect, parseDialect } from "./shell-dialect";

describe("the account's shell", () => {
  it("is known as cmd by three commands and a remark", () => {
    expect(parseDialect(Buffer.from("'rollcall-cmd\r\n"))).toBe("cmd");
  });

  it("is known as PowerShell by a quoted text and True", () => {
    const said = "rollcall-cmd&echo rollcall-end&rem \r\nTrue\r\n";
    expect(parseDialect(Buffer.from(said))).toBe("powershell");
  });

  it("is known as a POSIX shell, by asking one", () => {
    expect(parseDialect(execFileSync("sh", ["-c", askForDialect.text]))).toBe("sh");
  });

  it("is refused when it is something else", () => {
    expect(() => parseDialect(Buffer.from("Welcome\r\n"))).toThrow(/shell/);
  });
});
