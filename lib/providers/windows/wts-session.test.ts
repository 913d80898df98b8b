import { describe, expect, it } from "vitest";
import type { WtsRow } from "./wts-rows";
import { toWtsDetails, toWtsIdleSeconds, toWtsSessions, toWtsStatus } from "./wts-session";

const second = 10_000_000n;
const newYear = Date.UTC(2026, 0, 1);
const now = (BigInt(newYear) + 11_644_473_600_000n) * 10_000n;
const ago = (seconds: number) => String(now - BigInt(seconds) * second);

const anna: WtsRow = {
  id: 2,
  state: 0,
  name: "RDP-Tcp#1",
  user: "anna",
  domain: "CORP",
  client: "LAPTOP",
  address: "203.0.113.7",
  connect: ago(500),
  disconnect: "0",
  input: ago(90),
  logon: ago(3600),
};
const idleOf = (row: Partial<WtsRow>) => toWtsIdleSeconds({ ...anna, ...row }, String(now));

describe("idle time", () => {
  it("counts from the last input", () => {
    expect(idleOf({})).toBe(90);
  });

  it("counts from the later of disconnect and input where nobody is attached", () => {
    expect(idleOf({ state: 4, disconnect: ago(30) })).toBe(30);
    expect(idleOf({ state: 4, disconnect: ago(300) })).toBe(90);
    expect(idleOf({ state: 4, disconnect: ago(30), input: "0" })).toBe(30);
  });

  it.each([
    ["0", "never set"],
    ["-5", "before 1601"],
    ["94354847999999999", "before 1900"],
    [ago(-61), "in the future"],
    [ago(21 * 366 * 86_400), "over 20 years ago"],
  ])("is unknown where the input is %s: %s", (input) => {
    expect(idleOf({ input })).toBeNull();
  });

  it("is 0 where the clocks of Windows are a little apart", () => {
    expect(idleOf({ input: ago(-59) })).toBe(0);
  });

  it("is unknown at the console, where Windows does not keep it", () => {
    expect(idleOf({ name: "Console" })).toBeNull();
  });
});

it("knows when a session began to the second", () => {
  expect(toWtsDetails(anna, String(now)).startedAt).toEqual(new Date(newYear - 3_600_000));
});

it("names every state, and none it does not know", () => {
  const states = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1].map((state) =>
    toWtsStatus({ ...anna, state }),
  );
  expect(states).toEqual([
    "logged-in",
    "connected",
    "connect-query",
    "shadowing",
    "disconnected",
    "idle",
    "listening",
    "reset",
    "down",
    "init",
    "unknown",
    "unknown",
  ]);
});

it("makes a whole list where there is no text", () => {
  const nobody = { user: "", domain: "", client: "", address: "", input: "0", logon: "0" };
  const services = { ...anna, ...nobody, id: 0, state: 4, name: "Services" };
  const listener = { ...anna, ...nobody, id: 65_536, state: 6, name: "RDP-Tcp" };
  const sessions = toWtsSessions({ now: String(now), sessions: [services, anna, listener] }, "ts");
  expect(sessions).toMatchObject([
    { user: null, isService: true, actions: [], startedAt: null, idleSeconds: null },
    {
      ref: { sourceId: "ts", id: "2", user: "anna", name: "RDP-Tcp#1", start: anna.logon },
      status: "logged-in",
      statusText: "Active",
      domain: "CORP",
      clientName: "LAPTOP",
      remoteAddress: "203.0.113.7",
      idleSeconds: 90,
      actions: ["disconnect", "logOff", "reset", "sendMessage"],
    },
    { user: null, isService: true, actions: [], status: "listening" },
  ]);
});
