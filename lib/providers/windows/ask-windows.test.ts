import { describe, expect, it } from "vitest";
import { terminalSession } from "@/tests/support/scripted-source";
import { compare, parseAsked } from "./ask-windows";
import { parseWtsAsked, toActInput } from "./ask-wts";
import type { WtsRow } from "./wts-rows";

const anna = terminalSession(2, "anna");

describe("a ref", () => {
  it("names the session that is still the same in every part", () => {
    expect(compare(anna.ref, "logOff", [anna])).toBe(2);
    for (const other of [{ user: "bruno" }, { start: "9:01" }, { name: null }, { sourceId: "x" }]) {
      const now = { ...anna, ref: { ...anna.ref, ...other } };
      expect(compare(anna.ref, "logOff", [now])).toEqual({ status: "replaced" });
    }
  });

  it("is refused where two sessions have its id", () => {
    const twice = [anna, terminalSession(2, "bruno")];
    expect(compare(anna.ref, "logOff", twice)).toMatchObject({ status: "refused" });
  });

  it("is refused where its session does not offer the action", () => {
    const listener = { ...anna, actions: [] };
    expect(compare(anna.ref, "reset", [listener])).toMatchObject({ status: "refused" });
  });
});

it("an answer that leaves out one request is no answer", () => {
  expect(() => parseAsked(Buffer.from("rollcall-taken\r\n"), [2, 3], 437)).toThrow(/each request/);
});

describe("what WTS is asked", () => {
  const row: WtsRow = {
    id: 2,
    state: 0,
    name: "RDP-Tcp#1",
    user: '"; & %PATH% 山田\n',
    domain: "CORP",
    client: "",
    address: "",
    connect: "0",
    disconnect: "0",
    input: "0",
    logon: "133000000000000003",
  };

  it("is one line of base64, whatever the names and the message are", () => {
    const line = Buffer.from(toActInput("sendMessage", [row], "\r\n$(id)\u2028")).toString(
      "latin1",
    );
    expect(line).toMatch(/^[A-Za-z0-9+/=]+\n$/);
    expect(JSON.parse(Buffer.from(line, "base64").toString("utf8"))).toEqual({
      action: "message",
      text: "\r\n$(id)\u2028",
      sessions: [{ id: 2, user: row.user, domain: "CORP", name: "RDP-Tcp#1", logon: row.logon }],
    });
  });

  it.each([
    ["fewer answers", []],
    [
      "more answers",
      [
        { status: "asked", words: "" },
        { status: "asked", words: "" },
      ],
    ],
    ["another word", [{ status: "done", words: "" }]],
  ])("is not known to be done with %s", (_, answers) => {
    const said = Buffer.from(JSON.stringify({ answers })).toString("base64");
    const stdout = Buffer.from(`rollcall-wts ${said}\r\n`);
    const answer = { stdout, stderr: new Uint8Array(), exitCode: 0 };
    expect(() => parseWtsAsked(answer, [row])).toThrow(
      expect.objectContaining({ code: "unreadable", isBeforeAsking: false }),
    );
  });
});
