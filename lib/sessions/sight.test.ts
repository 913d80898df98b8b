import { describe, expect, it } from "vitest";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { toSeen } from "./conceal";
import { quoted } from "./reason";
import type { SourceAnswer } from "./roll";
import type { Session, SessionKind, TerminalSession } from "./session";
import { sessionKinds } from "./session";
import { canAsk, canSee, type Sight, toSightKey } from "./sight";

/** Rita is a reseller; carl and cora are her customers, mia has a mailbox of carl's. Dora is nobody's customer. */
const seers = {
  administrator: "everything",
  reseller: toSight(["rita", "carl", "cora"], ["carl.example", "cora.example", "rita.example"]),
  customer: toSight(["carl"], ["carl.example"]),
  "customer without domains": toSight(["cora"], []),
  "mailbox owner": toSight(["mia"]),
} as const satisfies Record<string, "everything" | Sight>;
type Seer = keyof typeof seers;

const inDomain = (domain: string | null) => ({ ...ftpSession(1, "anna"), domain });
const terminal: TerminalSession = {
  kind: "terminal",
  ref: { sourceId: "ts01/windows", id: "2", user: "carl", start: null, name: null },
  user: "carl",
  remoteAddress: null,
  startedAt: null,
  idleSeconds: null,
  id: 2,
  name: null,
  status: "logged-in",
  statusText: "Active",
  isService: false,
  actions: [],
  domain: "carl.example",
  clientName: null,
  pid: null,
  idleText: null,
  logonText: null,
};

const all = Object.keys(seers);
const table: readonly (readonly [string, Session, readonly string[]])[] = [
  ["the panel session of the reseller", panelSession("1", "rita"), ["administrator", "reseller"]],
  [
    "the panel session of a customer",
    panelSession("1", "carl"),
    ["administrator", "reseller", "customer"],
  ],
  ["the panel session of a stranger", panelSession("1", "dora"), ["administrator"]],
  ["a mailbox owner's panel session", panelSession("1", "mia"), ["administrator", "mailbox owner"]],
  [
    "an FTP session of a customer's domain",
    inDomain("carl.example"),
    ["administrator", "reseller", "customer"],
  ],
  [
    "the same domain in another spelling",
    inDomain("CARL.Example."),
    ["administrator", "reseller", "customer"],
  ],
  ["an FTP session of the reseller's own", inDomain("rita.example"), ["administrator", "reseller"]],
  ["an FTP session of a stranger's domain", inDomain("dora.example"), ["administrator"]],
  ["an FTP session below a domain", inDomain("evil.carl.example"), ["administrator"]],
  ["an FTP session that ends like a domain", inDomain("notcarl.example"), ["administrator"]],
  ["an FTP session of no domain", inDomain(null), ["administrator"]],
  ["an FTP session of an empty domain", inDomain(""), ["administrator"]],
  ["a terminal session of the same name", terminal, ["administrator"]],
];

it.each(table)("who sees %s", (_, session, who) => {
  const seeing = Object.entries(seers).filter(([, sees]) => canSee({ sees }, session));
  expect(seeing.map(([seer]) => seer)).toEqual(who);
});

it.each<[SessionKind, readonly string[]]>([
  ["panel", all],
  ["ftp", all.filter((seer) => seer !== "mailbox owner")],
  ["terminal", ["administrator"]],
])("who has a page of %s sessions", (kind, who) => {
  const asking = Object.entries(seers).filter(([, sees]) => canAsk({ sees }, kind));
  expect(asking.map(([seer]) => seer)).toEqual(who);
  expect(sessionKinds).toContain(kind);
});

it("is the same for who sees the same, and for nobody else", () => {
  const keyOf = (sees: "everything" | Sight) => toSightKey({ sees });
  expect(keyOf(toSight(["a", "b"], ["y", "x"]))).toBe(keyOf(toSight(["b", "a"], ["x", "y"])));
  const others: readonly ("everything" | Sight)[] = [
    ...Object.values(seers),
    toSight(["mia"], []),
    toSight(["mia"], ["x"]),
    toSight(["mia", "x"]),
    toSight(["mia,x"]),
  ];
  expect(new Set(others.map(keyOf)).size).toBe(others.length);
});

describe("an answer as it is seen", () => {
  const source = {
    id: "web01/proftpd",
    server: "web01",
    provider: "proftpd",
    kind: "ftp",
  } as const;
  const at = new Date("2026-11-27T08:00:00Z");
  const failure = {
    code: "refused",
    reason: quoted("key of root refused"),
    printed: "secret",
  } as const;
  const limits = [{ code: "may-not-end", remedy: "root ALL=…", count: null }] as const;
  const sessions = [inDomain("carl.example"), inDomain("dora.example")];
  const listed = { source, sessions, limits, answeredAt: at } as const;
  const answers: readonly SourceAnswer[] = [
    { state: "answered", ...listed },
    { state: "stale", ...listed, failure, failingSince: at },
    { state: "silent", source, failure, failingSince: at },
  ];
  const see = (seer: Seer, answer: SourceAnswer) => {
    const operator = { name: "x", sees: seers[seer], mayAct: true, address: null };
    return toSeen(answer, { ...operator, panelSessionId: null });
  };

  it("is the very same for who sees everything", () => {
    for (const answer of answers) expect(see("administrator", answer)).toBe(answer);
  });

  it.each(answers)("tells no limit, no reason and no text that was printed: $state", (answer) => {
    const text = JSON.stringify(see("customer", answer));
    expect(text).not.toMatch(/root|secret|dora|may-not-end/);
    expect(see("customer", answer).state).toBe(answer.state);
  });

  it.each(answers)("names no server where nobody is seen: $state", (answer) => {
    const seen = see("customer without domains", answer);
    expect(JSON.stringify(seen)).not.toMatch(/web01|proftpd|carl/);
    expect(seen.source).toMatchObject({ server: "another server", kind: "ftp" });
    expect(see("customer without domains", answer).source.id).toBe(seen.source.id);
  });
});
