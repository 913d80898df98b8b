import { describe, expect, it } from "vitest";
import { reason } from "@/lib/sessions/reason";
import { parseLiving, parseSources } from "./look-at-logins";

const session = "Id=3\nUser=0\nName=root\nLeader=150\nClass=user\nState=active\n";
const logind = (code: number, shown = "") =>
  `rollcall-logind ${code}\n${shown}\nrollcall-logind-end\n`;
const utmp = (bytes: Buffer) =>
  `rollcall-machine x86_64\nrollcall-utmp\n${bytes.toString("base64")}\nrollcall-utmp-end\n`;

describe("what a machine knows of logins", () => {
  it("is what logind and utmp say, and either of them is enough", () => {
    const both = parseSources(logind(0, session) + utmp(Buffer.alloc(384)), false);
    expect(both).toMatchObject({ sessions: [{ id: "3" }], records: [] });
    expect(parseSources(logind(0, session), false).records).toBeUndefined();
    expect(parseSources(logind(1) + utmp(Buffer.alloc(0)), false)).toEqual({
      sessions: undefined,
      records: [],
    });
  });

  it("is said to be nothing where there is neither, instead of nobody", () => {
    expect(() => parseSources(logind(1), false)).toThrow("neither systemd-logind nor /run/utmp");
    expect(() => parseSources("", false)).toThrow("neither systemd-logind nor /run/utmp");
  });

  it("is not taken from utmp alone while logind is there and silent", () => {
    const records = utmp(Buffer.alloc(0));
    expect(() => parseSources(logind(124) + records, false)).toThrow("does not answer");
    expect(() => parseSources(logind(1) + records, true)).toThrow("does not answer");
    expect(() => parseSources(records, true)).toThrow("does not answer");
  });

  it("cut after any byte is never a shorter list that looks whole", () => {
    const whole = logind(0, session) + utmp(Buffer.alloc(384));
    for (let length = 0; length < whole.length - 1; length += 1) {
      const cut = whole.slice(0, length);
      try {
        const { sessions, records } = parseSources(cut, true);
        // The end of the answer itself is the transport's to check.
        expect([sessions?.length, records]).toEqual([1, undefined]);
      } catch (error) {
        expect(error).toMatchObject({ name: "SourceError" });
      }
    }
  });
});

describe("the processes of a machine", () => {
  const self = "rollcall-self 90\n";
  const owner = "rollcall-owner 0 /proc/90\n";
  const stat = `/proc/90/stat:90 (sh) S 1 90 90 0${" 0".repeat(14)} 900 0 0\n`;

  it("are those that answered, the shell that asked among them", () => {
    expect(parseLiving(self + owner + stat)).toMatchObject({ self: 90 });
  });

  it("are never taken for none, as by too many for one grep", () => {
    const failure = { code: "unreadable", reason: reason("processesNotRead") };
    expect(() => parseLiving(self + owner)).toThrow(expect.objectContaining(failure));
    expect(() => parseLiving(self + stat)).toThrow(expect.objectContaining(failure));
  });
});
