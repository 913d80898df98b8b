import { describe, expect, it } from "vitest";
import type { Login } from "./login";
import { toSession } from "./to-sessions";

const anna: Login = {
  logindId: "3",
  user: "anna",
  uid: 1000,
  pid: 150,
  startTicks: 4711,
  terminal: "pts/0",
  host: "2001:db8::7",
  address: null,
  startedAtMs: 1_000,
  lastUsedAtMs: 90_000,
  state: "active",
  isOfPerson: true,
};
const toRow = (login: Partial<Login>) =>
  toSession({ ...anna, ...login }, { sourceId: "web/linux-logins", bootId: "b" }, 100_000);

describe("a login", () => {
  it("is shown with what is known of it, and can be logged out and reset", () => {
    expect(toRow({})).toMatchObject({
      ref: { id: "150", user: "anna", start: "b:4711", name: "pts/0" },
      id: 3,
      status: "logged-in",
      remoteAddress: "2001:db8::7",
      clientName: null,
      startedAt: new Date(1_000),
      idleSeconds: 10,
      actions: ["logOff", "reset"],
      pid: 150,
    });
  });

  it("keeps an id of logind that is no number as a word, and without logind has its pid", () => {
    expect(["c1", "007", null].map((logindId) => toRow({ logindId }).id)).toEqual([
      "c1",
      "007",
      150,
    ]);
  });

  it("from a host that is no address has it as the client's name, beside the address of the record", () => {
    expect(toRow({ host: "laptop.example", address: "203.0.113.7" })).toMatchObject({
      remoteAddress: "203.0.113.7",
      clientName: "laptop.example",
    });
  });

  it("shows nothing that a screen would obey", () => {
    const { user, clientName } = toRow({ user: "an\u001b[2Jna", host: "\u202egro.elpmaxe" });
    expect([user, clientName]).toEqual(["an\ufffd[2Jna", "\ufffdgro.elpmaxe"]);
  });

  it("of a greeter or a timer is a service that nothing is done to", () => {
    expect(toRow({ isOfPerson: false })).toMatchObject({ isService: true, actions: [] });
  });

  it.each([
    ["online", "logged-in"],
    ["opening", "init"],
    ["closing", "down"],
    ["of a later logind", "unknown"],
  ])("in the state %j is %s", (state, status) => {
    expect(toRow({ state })).toMatchObject({ status, statusText: state });
  });
});
