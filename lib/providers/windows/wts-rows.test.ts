import { describe, expect, it } from "vitest";
import { parseWtsList } from "./wts-rows";

const row = {
  id: 2,
  state: 0,
  name: "RDP-Tcp#1",
  user: 'Bruno "B" Бергé',
  domain: "CORP",
  client: "LAPTOP",
  address: "203.0.113.7",
  connect: "0",
  disconnect: "0",
  input: "133000000000000002",
  logon: "133000000000000003",
};
const list = { now: "133000000000000009", sessions: [row] };

function answer(stdout: string, stderr = "") {
  return { stdout: Buffer.from(stdout), stderr: Buffer.from(stderr), exitCode: 0 };
}
function print(value: unknown, mark = "rollcall-wts"): string {
  const said = typeof value === "string" ? value : JSON.stringify(value);
  return `${mark} ${Buffer.from(said).toString("base64")}\r\n`;
}

describe("what the list script prints", () => {
  it("is read as it was meant, in letters of any kind", () => {
    expect(parseWtsList(answer(print(list)))).toEqual(list);
  });

  it("is read although a client calls itself what no screen should obey", () => {
    const hostile = { ...list, sessions: [{ ...row, client: "LAP\u001b]0;\u0007TOP" }] };
    expect(parseWtsList(answer(print(hostile))).sessions).toEqual([
      { ...row, client: "LAP\ufffd]0;\ufffdTOP" },
    ]);
  });

  it("is read although a shell broke the line", () => {
    const broken = print(list).replace(/.{40}/g, "$&\r\n");
    expect(parseWtsList(answer(broken))).toEqual(list);
  });

  it.each([
    ["no object", []],
    ["no sessions, not even services", { ...list, sessions: [] }],
    ["an id twice", { ...list, sessions: [row, row] }],
    ["an id that is no number", { ...list, sessions: [{ ...row, id: "2" }] }],
    ["half an id", { ...list, sessions: [{ ...row, id: 2.5 }] }],
    ["a negative id", { ...list, sessions: [{ ...row, id: -1 }] }],
    ["a time that is no number", { ...list, sessions: [{ ...row, logon: "now" }] }],
    ["a time of a hundred digits", { ...list, sessions: [{ ...row, logon: "9".repeat(100) }] }],
    ["an address that is none", { ...list, sessions: [{ ...row, address: "javascript:" }] }],
    ["a name with control characters", { ...list, sessions: [{ ...row, user: "a\u001b[2J" }] }],
    ["a name that never ends", { ...list, sessions: [{ ...row, name: "x".repeat(101) }] }],
    ["something more", { ...list, sessions: [{ ...row, more: 1 }] }],
    ["no JSON", "{"],
    ["JSON of an inherited property", '{"__proto__":{"now":"0","sessions":[]}}'],
  ])("is not believed with %s", (_, value) => {
    expect(() => parseWtsList(answer(print(value)))).toThrow(/something else/);
  });

  it("is not read when more stands behind it", () => {
    expect(() => parseWtsList(answer(`${print(list)}!`))).toThrow("PowerShell did not answer");
  });

  it("tells why the script failed", () => {
    const failed = answer(print("Access is denied.\r\nAt line:4", "rollcall-wts-failed"));
    expect(() => parseWtsList(failed)).toThrow("PowerShell failed: Access is denied.");
  });

  it("tells what PowerShell said where the script was not run", () => {
    const stderr =
      '#< CLIXML\r\n<Objs Version="1.1.0.1"><S S="Error">Add-Type : Cannot add type._x000D__x000A_</S></Objs>';
    expect(() => parseWtsList(answer("", stderr))).toThrow(
      "PowerShell did not answer: Add-Type : Cannot add type.",
    );
  });
});
