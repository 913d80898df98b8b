import { describe, expect, it } from "vitest";
import { ftpAccounts } from "./ftp-accounts";
import { createFtpLife, type FtpGuest, isTransfer } from "./ftp-life";
import { createRandom } from "./random";

const startAtMs = Date.UTC(2026, 10, 27, 12);
const size = 40;

function open(seed = 1) {
  const accounts = ftpAccounts["web-01"];
  const life = createFtpLife({ random: createRandom(seed), accounts, size, startAtMs });
  let nowMs = startAtMs;
  /** Whoever was seen at the end of each second. */
  function* pass(seconds: number): Generator<readonly FtpGuest[]> {
    for (let second = 0; second < seconds; second += 1) {
      nowMs += 1000;
      life.step(nowMs);
      yield life.guests;
    }
  }
  return { life, pass };
}

const keysOf = (guests: readonly FtpGuest[]) =>
  guests.map(({ pid, account: { login } }) => `${pid} ${login}`);

describe("the life of an FTP server", () => {
  it("has been going on for a while when it is first looked at", () => {
    const { guests } = open().life;
    const kinds = new Set(guests.map(({ doing }) => doing.kind));
    expect(Math.abs(guests.length - size)).toBeLessThan(size / 5);
    expect([...kinds]).toEqual(expect.arrayContaining(["idle", "upload", "download"]));
    expect(guests.some(({ startedAtMs }) => startAtMs - startedAtMs > 20 * 60_000)).toBe(true);
  });

  it("is the same again for the same seed, and another one for another", () => {
    const [one, same, other] = [open(), open(), open(2)];
    for (const place of [one, same, other]) Array.from(place.pass(300));
    expect(same.life.guests).toEqual(one.life.guests);
    expect(keysOf(other.life.guests)).not.toEqual(keysOf(one.life.guests));
  });

  it("sees people come and go for hours, and about as many as are wanted stay", () => {
    const { life, pass } = open();
    const first = new Set(keysOf(life.guests));
    for (const guests of pass(3 * 3600)) {
      expect(Math.abs(guests.length - size)).toBeLessThan(size / 3);
      expect(new Set(guests.map(({ pid }) => pid)).size).toBe(guests.length);
    }
    expect(keysOf(life.guests).filter((key) => first.has(key))).toEqual([]);
  });

  it("moves a transfer on by about the speed of its line, up to the end of its file", () => {
    const { pass } = open();
    const before = new Map<number, FtpGuest["doing"]>();
    let finished = 0;
    for (const guests of pass(600)) {
      for (const { pid, doing, bytesPerSecond } of guests) {
        const earlier = before.get(pid);
        before.set(pid, doing);
        if (!earlier || !isTransfer(earlier)) continue;
        if (!isTransfer(doing)) finished += 1;
        else {
          expect(doing.done - earlier.done).toBeGreaterThanOrEqual(bytesPerSecond * 0.79);
          expect(doing.done - earlier.done).toBeLessThanOrEqual(bytesPerSecond * 1.11);
          expect(doing.done).toBeLessThan(doing.bytes);
        }
      }
    }
    expect(finished).toBeGreaterThan(10);
  });

  it("has no session left of whom it has ended, who may sign in again as somebody new", () => {
    const { life, pass } = open();
    const ended = life.guests.slice(0, 10);
    for (const guest of ended) life.end(guest);
    expect(life.guests.some((guest) => ended.includes(guest))).toBe(false);
    const seen = [...pass(120)].flat();
    const isSamePerson = (guest: FtpGuest) =>
      ended.some(({ account, address }) => account === guest.account && address === guest.address);
    expect(seen.some((guest) => ended.some(({ pid }) => pid === guest.pid))).toBe(false);
    expect(seen.some(isSamePerson)).toBe(true);
  });

  it("knows nobody by name before the login", () => {
    const { life, pass } = open();
    const [account] = ftpAccounts["web-01"];
    const guest = life.join({ account, address: "203.0.113.7" });
    expect(guest.doing.kind).toBe("connecting");
    Array.from(pass(2));
    expect(guest.doing.kind).not.toBe("connecting");
  });
});
