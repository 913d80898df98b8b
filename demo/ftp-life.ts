import type { DemoAccount } from "./ftp-accounts";
import { pickFile, pickFolder } from "./ftp-files";
import type { Random } from "./random";

/** A file under way. */
export interface DemoTransfer {
  readonly kind: "upload" | "download";
  readonly fileName: string;
  /** Of the whole file. */
  readonly bytes: number;
  readonly done: number;
  readonly sinceMs: number;
}

type Doing =
  | { readonly kind: "connecting" | "idle" | "listing"; readonly untilMs: number }
  | DemoTransfer;

/** One person, or program, connected over FTP. */
export interface FtpGuest {
  readonly pid: number;
  readonly account: DemoAccount;
  readonly address: string;
  readonly port: number;
  readonly isEncrypted: boolean;
  readonly startedAtMs: number;
  /** Below the home. */
  folder: string;
  doing: Doing;
  /** When the last command ended. */
  activeAtMs: number;
  readonly bytesPerSecond: number;
  readonly leavesAtMs: number;
}

export interface FtpLife {
  readonly guests: readonly FtpGuest[];
  /** One second of it, up to this moment. */
  step(nowMs: number): void;
  /** Somebody connects, and is logged in a second or two later. */
  join(caller: FtpCaller): FtpGuest;
  /** As its server does with one it is told to end. Most come back a little later. */
  end(guest: FtpGuest): void;
}

interface FtpLifeOptions {
  readonly random: Random;
  readonly accounts: readonly DemoAccount[];
  /** How many there are at most times. */
  readonly size: number;
  readonly startAtMs: number;
}

type FtpCaller = Pick<FtpGuest, "account" | "address">;
type Returning = FtpCaller & { readonly atMs: number };

const secondMs = 1000;
const minuteMs = 60_000;
const historyMs = 90 * minuteMs;

/** People who come, transfer, idle and go. It has been going on for a while when it is first looked at. */
export function createFtpLife({ random, accounts, size, startAtMs }: FtpLifeOptions): FtpLife {
  let guests: readonly FtpGuest[] = [];
  let returning: readonly Returning[] = [];
  let lastPid = random.whole(9000, 20_000);
  const places = Array.from({ length: size }, () => pickAddress(random));
  let nowMs = startAtMs - historyMs;

  const join = ({ account, address }: FtpCaller) => {
    lastPid += random.whole(1, 30);
    const guest: FtpGuest = {
      ...{ pid: lastPid, account, address, startedAtMs: nowMs, activeAtMs: nowMs },
      port: random.whole(32_768, 60_999),
      isEncrypted: random.chance(0.6),
      folder: random.chance(0.4) ? "/" : pickFolder(account.habit, random),
      doing: { kind: "connecting", untilMs: nowMs + random.whole(1, 2) * secondMs },
      bytesPerSecond: random.pick([90_000, 400_000, 1_300_000, 2_800_000, 6_500_000, 11_000_000]),
      leavesAtMs: nowMs + random.pick(stays)(random) * minuteMs,
    };
    guests = [...guests, guest];
    return guest;
  };

  function step(atMs: number): void {
    nowMs = atMs;
    for (const guest of guests) goOn(guest, nowMs, random);
    guests = guests.filter((guest) => guest.leavesAtMs > nowMs || isTransfer(guest.doing));
    for (const one of returning.filter((each) => each.atMs <= nowMs)) join(one);
    returning = returning.filter((each) => each.atMs > nowMs);
    // More come the more are missing, so that there are about as many as are wanted.
    if (random.chance((size - guests.length + 2) / 14)) {
      join({ account: random.pick(accounts), address: pickPlace(places, random) });
    }
  }

  while (nowMs < startAtMs) step(nowMs + secondMs);
  return {
    get guests() {
      return guests;
    },
    step,
    join,
    end(guest) {
      guests = guests.filter((one) => one !== guest);
      if (random.chance(0.7)) {
        const { account, address } = guest;
        returning = [
          ...returning,
          { account, address, atMs: nowMs + random.between(20, 90) * secondMs },
        ];
      }
    },
  };
}

/** Minutes: most stay for some, few for an hour. */
const stays: readonly ((random: Random) => number)[] = [
  (random) => random.between(1, 6),
  (random) => random.between(3, 14),
  (random) => random.between(8, 30),
  (random) => random.between(20, 85),
];

/** Some places send many: an agency, or a script that backs up a dozen websites. */
function pickPlace(places: readonly string[], random: Random): string {
  return random.pick(places.slice(0, random.whole(1, places.length)));
}

/** Of the networks that are set aside for documentation (RFC 5737, RFC 3849). */
function pickAddress(random: Random): string {
  if (random.chance(0.15))
    return `2001:db8:${random.whole(1, 60).toString(16)}::${random.whole(2, 250).toString(16)}`;
  return `${random.pick(["203.0.113", "198.51.100"])}.${random.whole(2, 250)}`;
}

export function isTransfer(doing: Doing): doing is DemoTransfer {
  return doing.kind === "upload" || doing.kind === "download";
}

function goOn(guest: FtpGuest, nowMs: number, random: Random): void {
  const { doing } = guest;
  if (isTransfer(doing)) {
    const done = doing.done + Math.round(guest.bytesPerSecond * random.between(0.8, 1.1));
    if (done < doing.bytes) guest.doing = { ...doing, done };
    else rest(guest, nowMs, random);
  } else if (doing.untilMs <= nowMs) {
    if (doing.kind === "idle") begin(guest, nowMs, random);
    else rest(guest, nowMs, random);
  }
}

/** A few seconds, or until somebody is back from lunch. */
function rest(guest: FtpGuest, nowMs: number, random: Random): void {
  const seconds = random.chance(0.7) ? random.between(2, 20) : random.between(40, 700);
  guest.doing = { kind: "idle", untilMs: nowMs + seconds * secondMs };
  guest.activeAtMs = nowMs;
}

function begin(guest: FtpGuest, nowMs: number, random: Random): void {
  const { habit } = guest.account;
  guest.activeAtMs = nowMs;
  if (random.chance(0.3)) {
    guest.folder = pickFolder(habit, random);
    guest.doing = { kind: "listing", untilMs: nowMs + random.whole(1, 3) * secondMs };
    return;
  }
  const { way: kind, name: fileName, bytes } = pickFile(habit, random);
  const most = guest.bytesPerSecond * longestTransferSeconds;
  guest.doing = { kind, fileName, bytes: Math.min(bytes, most), done: 0, sinceMs: nowMs };
}

const longestTransferSeconds = 600;
