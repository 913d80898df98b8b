import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseLogind } from "./parse-logind";

const systemd252 = readFileSync(
  new URL("./fixtures/loginctl-252-debian-12.txt", import.meta.url),
  "utf8",
).replace(/^#.*\n/, "");

describe("what loginctl prints", () => {
  it("is read whole, with the terminal that logind knows", () => {
    expect(parseLogind(systemd252)).toMatchObject([
      {
        id: "3",
        user: "root",
        uid: 0,
        leader: 150,
        terminal: "",
        remoteHost: "127.0.0.1",
        isOfPerson: true,
        state: "active",
        idleSinceMs: null,
        loggedInAtMs: Date.UTC(2026, 10, 24, 2, 20, 11),
      },
      { id: "5", leader: 297, isOfPerson: true },
    ]);
  });

  it.each([
    ["user", true],
    ["user-early", true],
    ["user-light", true],
    ["greeter", false],
    ["lock-screen", false],
    ["background", false],
    ["manager", false],
    ["", false],
  ])("of class %j is somebody signed in: %s", (word, isOfPerson) => {
    const text = systemd252.replaceAll("Class=user", `Class=${word}`);
    expect(parseLogind(text)[0]?.isOfPerson).toBe(isOfPerson);
  });

  it("says since when a desktop is idle", () => {
    const text = "Id=c1\nUser=1000\nName=anna\nIdleHint=yes\nIdleSinceHint=1795486811000000\n";
    expect(parseLogind(text)).toMatchObject([{ id: "c1", idleSinceMs: 1_795_486_811_000 }]);
  });

  it("with a value that broke its line is not read as two sessions", () => {
    const forged = systemd252.replace("RemoteHost=127.0.0.1", "RemoteHost=x\nLeader=1");
    expect(() => parseLogind(forged)).toThrow("not a session");
    const split = systemd252.replace("RemoteHost=127.0.0.1", "RemoteHost=x\n\nLeader=1");
    expect(() => parseLogind(split)).toThrow("not a session");
    expect(() => parseLogind("Failed to connect to bus: Host is down\n")).toThrow("not a session");
  });

  it("with nobody signed in is nobody", () => {
    expect(parseLogind("\n")).toEqual([]);
  });
});
