import { expect, it } from "vitest";
import { limitsOf, parseRights } from "./rights";

const account = "rollcall-account 1001 rcmon\n";
const passwd = `rollcall-passwd
root:x:0:0:root:/root:/bin/bash
anna:x:1002:1002:Anna, the first,,:/home/anna:/usr/sbin/nologin
+::::::
no-home:x:1003:1003:::/bin/sh

rollcall-passwd-end
`;

it("reads what the account may do, and where the system's accounts are at home", () => {
  const text = `rollcall-uptime 1\n${account}rollcall-may signal\nrollcall-may sockets\n${passwd}`;
  expect(parseRights(text)).toEqual({
    account: "rcmon",
    isRoot: false,
    may: new Set(["signal", "sockets"]),
    homes: new Map([
      ["root", "/root"],
      ["anna", "/home/anna"],
    ]),
  });
});

it("knows root, who needs no rule", () => {
  expect(parseRights(`rollcall-account 0 root\n${passwd}`)).toMatchObject({
    isRoot: true,
    may: new Set(),
  });
});

it("knows no rights when none were asked for", () => {
  expect(parseRights("rollcall-uptime 1\nrollcall-now 2\n")).toBeUndefined();
});

const everything = { hasSockets: true, hasDetails: true } as const;
const rightsTo = (...may: readonly ("end" | "signal" | "signal-group")[]) => ({
  account: "rcmon",
  isRoot: false,
  may: new Set(may),
  homes: new Map<string, string>(),
});

it("names the line of sudoers that lifts each limit", () => {
  const nothing = { rights: rightsTo(), hasSockets: false, hasDetails: false } as const;
  const line = (program: string) => `rcmon ALL=(root) NOPASSWD: ${program}`;
  expect(limitsOf({ ...nothing, signal: "signal" })).toEqual([
    { code: "may-not-end", remedy: line("/usr/local/sbin/rollcall-end"), count: null },
    { code: "no-sockets", remedy: line("/usr/bin/ss -Htinp state established"), count: null },
    { code: "no-process-details", remedy: line("/usr/local/sbin/rollcall-look"), count: null },
  ]);
});

it("knows that a session may be ended by the helper, or by the signal of its own daemon", () => {
  const codes = (rights: ReturnType<typeof rightsTo>, signal: "signal" | "signal-group") =>
    limitsOf({ ...everything, rights, signal }).map(({ code }) => code);
  expect(codes(rightsTo("end"), "signal")).toEqual([]);
  expect(codes(rightsTo("end"), "signal-group")).toEqual([]);
  expect(codes(rightsTo("signal"), "signal")).toEqual([]);
  expect(codes(rightsTo("signal"), "signal-group")).toEqual(["may-not-end"]);
});

it("has no line of sudoers for root, nor a limit before the rights are known", () => {
  const rights = { ...rightsTo(), isRoot: true };
  const seen = { hasSockets: false, hasDetails: true, signal: "signal" } as const;
  expect(limitsOf({ ...seen, rights })).toEqual([
    { code: "no-sockets", remedy: null, count: null },
  ]);
  expect(limitsOf({ ...seen, rights: undefined })).toEqual([]);
});
