import { beforeEach, expect, it } from "vitest";
import { createGuessLimits, type Guess, type GuessLimits } from "./guess-limits";

let minute: number;
let limits: GuessLimits;

beforeEach(() => {
  minute = 0;
  limits = createGuessLimits(() => minute * 60_000);
});

const stranger = (network: string, login = "anna"): Guess => ({ login, network, knownPlace: null });
const fromKnown = (network: string): Guess => ({ login: "anna", network, knownPlace: "network" });
const browser = (network: string): Guess => ({
  login: "anna",
  network,
  knownPlace: { browser: "browser 1" },
});

function tryAll(guess: Guess, times = 100): number {
  return Array.from({ length: times }, () => limits.take(guess)).filter((wait) => wait === 0)
    .length;
}

function attack(login = "anna"): void {
  for (let network = 0; network < 500; network += 1) tryAll(stranger(`attacker ${network}`, login));
}

it("gives each place five tries at a login, and each network thirty at all logins together", () => {
  expect(tryAll(stranger("192.0.2.1"))).toBe(5);
  expect(limits.take(stranger("192.0.2.1"))).toBe(15 * 60);
  const others = Array.from({ length: 20 }, (_, index) =>
    tryAll(stranger("192.0.2.1", `user ${index}`)),
  );
  expect(others.reduce((sum, tries) => sum + tries)).toBe(25);
  minute = 15;
  expect(tryAll(stranger("192.0.2.1"))).toBe(5);
});

it("never shuts out who signs in to a login under attack, from a place known or new", () => {
  attack();
  expect(tryAll(stranger("new network"))).toBe(1);
  expect(tryAll(fromKnown("old network"))).toBe(5);
  expect(tryAll(browser("newer network"))).toBe(5);
  expect(tryAll(stranger("newest network", "bruno"))).toBe(5);
  minute = 15;
  expect(tryAll(stranger("new network"))).toBe(5);
});

it("counts the same for a login that nobody has", () => {
  attack("nobody");
  expect(tryAll(stranger("new network", "nobody"))).toBe(1);
});

it("leaves a known browser its tries, whatever others do in its network", () => {
  for (const login of ["anna", "bruno", "carla", "dora", "emil", "fritz", "gerd"]) {
    tryAll(stranger("office", login));
  }
  expect(tryAll(fromKnown("office"))).toBe(0);
  expect(tryAll(browser("office"))).toBe(5);
});

it("does not let one right password pay for wrong ones at other logins", () => {
  for (let turn = 0; turn < 100; turn += 1) {
    limits.take(stranger("192.0.2.1", `user ${turn}`));
    if (limits.take(stranger("192.0.2.1", "own")) === 0) {
      limits.forget(stranger("192.0.2.1", "own"));
    }
  }
  expect(tryAll(stranger("192.0.2.1"))).toBe(0);
});

it("gives back the whole of a try that was not looked at", () => {
  for (let turn = 0; turn < 200; turn += 1) {
    expect(limits.take(stranger("192.0.2.1"))).toBe(0);
    limits.giveBack(stranger("192.0.2.1"));
  }
  expect(tryAll(stranger("192.0.2.1"))).toBe(5);
});
