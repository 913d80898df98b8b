import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import { quoted } from "@/lib/sessions/reason";
import type { SourceAnswer } from "@/lib/sessions/roll";
import type { KnownServer } from "@/lib/sessions/server";
import { terminalSession } from "@/tests/support/scripted-source";
import { findServers } from "./find-servers";
import { healthOf, roundTripOf, sessionsOfServer, troublesOf } from "./server-health";
import { toServersView } from "./server-view";

const at = (seconds: number) => new Date(seconds * 1000);
const asOf = at(100);

const answers = (provider: string) => {
  const source = { id: `web01/${provider}`, server: "web01", provider, kind: "terminal" } as const;
  const failure = { code: "unreachable", reason: quoted("nothing listens there") } as const;
  const sessions = [terminalSession(2, "anna"), { ...terminalSession(0, "-"), isService: true }];
  return {
    answered: { state: "answered", source, sessions, limits: [], answeredAt: at(90) },
    stale: {
      state: "stale",
      source,
      sessions,
      limits: [],
      answeredAt: at(40),
      failure,
      failingSince: at(50),
    },
    silent: { state: "silent", source, failure, failingSince: at(60) },
  } as const satisfies Record<string, SourceAnswer>;
};

function toView(
  given: readonly (keyof ReturnType<typeof answers> | null)[],
  change: Partial<KnownServer> = {},
) {
  const server: KnownServer = {
    id: "1",
    name: "web01",
    via: { kind: "local" },
    problem: null,
    lockedBy: null,
    sources: given.map((state, index) => ({
      id: `web01/${index}`,
      provider: `provider${index}`,
      title: `Title ${index}`,
      kind: "terminal",
      settings: {},
      answer: state && answers(`provider${index}`)[state],
      lookMs: state && (index + 1) * 10,
    })),
    ...change,
  };
  const [view] = toServersView(english, [server], asOf).servers;
  if (!view) throw new Error("one server gives one view");
  return view;
}

test.each([
  [["answered", "answered"], "answered", null],
  [["answered", "stale"], "stale", at(50)],
  [["answered", "silent"], "partly", at(60)],
  [["stale", "silent"], "partly", at(50)],
  [["silent", "silent"], "silent", at(60)],
  [["answered", null], "notAsked", null],
  [[], "nothing", null],
] as const)("a server whose sources are %j is %s", (states, state, since) => {
  expect(healthOf(toView(states))).toEqual({ state, since });
});

test("a server that cannot be used is never said to have answered", () => {
  expect(healthOf(toView(["answered"], { problem: quoted("its key file is missing") })).state).toBe(
    "unusable",
  );
});

test("a reason that all sources share is told once, another names its source", () => {
  expect(troublesOf(toView(["silent", "silent"]))).toMatchObject([
    { sentence: expect.stringMatching(/^web01 .*nothing listens there/), isStale: false },
  ]);
  expect(troublesOf(toView(["answered", "stale"]))).toMatchObject([
    { sentence: expect.stringMatching(/^Title 1: web01 /), isStale: true },
  ]);
  expect(troublesOf(toView(["answered", null]))).toEqual([]);
});

test("sessions that are not known are not counted as none, and services not as people", () => {
  expect(sessionsOfServer(toView(["answered", "stale"]))).toBe(2);
  expect(sessionsOfServer(toView(["answered", "silent"]))).toBe(1);
  expect(sessionsOfServer(toView(["silent", null]))).toBeNull();
});

test("the round trip is that of the slowest source", () => {
  expect(roundTripOf(toView(["answered", "answered"]))).toBe(20);
  expect(roundTripOf(toView([null]))).toBeNull();
});

test("an untrusted key is compared where its server is changed: on the page, or by command", () => {
  const failure = {
    code: "not-trusted",
    reason: quoted("its host key is not accepted yet"),
  } as const;
  const answer = { ...answers("windows").silent, failure };
  const source = {
    id: "web01/windows",
    provider: "windows",
    title: "Windows",
    kind: "terminal",
    settings: {},
    answer,
    lookMs: null,
  } as const;
  const sentenceOf = (id: string | null) =>
    troublesOf(toView([], { id, sources: [source] }))[0]?.sentence;
  expect(sentenceOf("1")).toMatch(/compared the key .* and accepted it\.$/);
  expect(sentenceOf(null)).toContain("npm run rollcall -- trust web01");
});

test("a search finds servers by name, address and what runs there", () => {
  const via = {
    kind: "ssh",
    host: "192.0.2.10",
    port: 22,
    user: "rollcall",
    credential: "password",
    hostKey: null,
    jump: null,
  } as const;
  const servers = [toView(["answered"]), toView([], { name: "ts01", via })];
  const namesFor = (search: string) => findServers(servers, search).map(({ name }) => name);
  expect(namesFor("")).toEqual(["web01", "ts01"]);
  expect(namesFor("WEB title")).toEqual(["web01"]);
  expect(namesFor("192.0 rollcall")).toEqual(["ts01"]);
  expect(namesFor("web01 192")).toEqual([]);
});
