import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import { quoted } from "@/lib/sessions/reason";
import type { SourceAnswer } from "@/lib/sessions/roll";
import type { KnownServer } from "@/lib/sessions/server";
import type { FailureCode } from "@/lib/sessions/source-error";
import { toAttention } from "./attention";
import { troubleLines } from "./trouble-lines";

const at = (seconds: number) => new Date(seconds * 1000);
const asOf = at(100);
const limit = { code: "may-not-end", remedy: null, count: null } as const;

type Stand = "answered" | "remark" | FailureCode | "stale" | null;

function toServer(name: string, stand: Stand, change: Partial<KnownServer> = {}): KnownServer {
  return {
    id: name,
    lockedBy: null,
    name,
    via: { kind: "local" },
    problem: null,
    sources: [
      {
        id: `${name}/proftpd`,
        provider: "proftpd",
        title: "ProFTPD",
        kind: "ftp",
        settings: {},
        answer: stand && toAnswer(name, stand),
        lookMs: null,
      },
    ],
    ...change,
  };
}

function toAnswer(server: string, stand: Exclude<Stand, null>): SourceAnswer {
  const source = { id: `${server}/proftpd`, server, provider: "proftpd", kind: "ftp" } as const;
  const heard = { source, sessions: [], limits: [], answeredAt: at(96) };
  const failure = { code: "timed-out", reason: quoted("no answer") } as const;
  if (stand === "answered") return { ...heard, state: "answered" };
  if (stand === "remark") {
    return { ...heard, state: "answered", limits: [limit], answeredAt: at(90) };
  }
  if (stand === "stale") return { ...heard, state: "stale", failure, failingSince: at(97) };
  const refused = { code: stand, reason: quoted("it said no") };
  return { state: "silent", source, failure: refused, failingSince: at(50) };
}

const look = (servers: readonly KnownServer[], mayAct = true) =>
  toAttention(english, servers, { asOf, mayAct });
const namesOf = (servers: readonly KnownServer[]) =>
  look(servers).troubled.map(({ server }) => server.name);

test("what is broken stands before what is old, what is not set up, and remarks; what is fine is not there", () => {
  expect(
    namesOf([
      toServer("remarked", "remark"),
      toServer("empty", null, { sources: [] }),
      toServer("fine", "answered"),
      toServer("old", "stale"),
      toServer("new", null),
      toServer("silent", "unreachable"),
      toServer("unusable", null, { problem: quoted("its key file is missing") }),
    ]),
  ).toEqual(["silent", "unusable", "old", "empty", "remarked"]);
});

test("six are told, and how many more there are", () => {
  const many = Array.from({ length: 9 }, (_, index) => toServer(`web0${index}`, "unreachable"));
  const { troubled, othersCount } = look([toServer("fine", "answered"), ...many]);
  expect([troubled.length, othersCount]).toEqual([6, 3]);
});

test("leads to what this operator may do about it", () => {
  const servers = [
    toServer("untrusted", "not-trusted"),
    toServer("silent", "unreachable"),
    toServer("in-file", "not-trusted", { id: null, lockedBy: "file" }),
    toServer("remarked", "remark"),
  ];
  const leadsOf = (mayAct: boolean) => look(servers, mayAct).troubled.map(({ lead }) => lead);
  expect(leadsOf(true)).toEqual(["review", "edit", "show", "show"]);
  expect(leadsOf(false)).toEqual(["show", "show", "show", "show"]);
});

test("says that all answer only when all do, and how old the oldest answer is", () => {
  const fine = [toServer("fine", "answered"), toServer("remarked", "remark")];
  expect(look(fine)).toMatchObject({ standing: "allAnswer", serverCount: 2, checkedAt: at(90) });
  expect(look([...fine, toServer("new", null)]).standing).toBe("notAskedYet");
  expect(look([...fine, toServer("old", "stale")]).standing).toBe("failing");
  expect(look([...fine, toServer("bad", null, { problem: quoted("no key") })]).standing).toBe(
    "failing",
  );
});

test("knows when nothing but this machine is asked", () => {
  const here = toServer("this-server", "answered", { id: null, lockedBy: "found" });
  expect(look([here]).isOnlyHere).toBe(true);
  expect(look([here, toServer("web01", "answered")]).isOnlyHere).toBe(false);
});

test.each([
  [toServer("web01", "timed-out"), ["it said no"]],
  [
    toServer("web01", null, { problem: quoted("its key file is missing") }),
    ["key file is missing"],
  ],
  [toServer("web01", null, { sources: [] }), ["Nothing is asked there yet"]],
  [toServer("web01", "remark"), ["ProFTPD: may not end sessions"]],
])("says why, a line a reason: %#", (server, reasons) => {
  const [troubled] = look([server]).troubled;
  if (!troubled) throw new Error("it needs attention");
  const lines = troubleLines(english, troubled.server);
  expect(lines).toEqual(reasons.map((reason) => expect.stringContaining(reason)));
});
