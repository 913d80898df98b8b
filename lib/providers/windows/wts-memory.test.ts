import { beforeEach, describe, expect, it } from "vitest";
import { quoted } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { createWtsMemory, type WtsMemory, waitPatiently } from "./wts-memory";

const row = {
  id: 2,
  state: 0,
  name: "RDP-Tcp#1",
  user: "anna",
  domain: "CORP",
  client: "",
  address: "",
  connect: "0",
  disconnect: "0",
  input: "0",
  logon: "133000000000000003",
};

function print(line: string): Answer {
  return { stdout: Buffer.from(line), stderr: new Uint8Array(), exitCode: 0 };
}
const list = JSON.stringify({ now: "133000000000000009", sessions: [row] });
const good = async () => print(`rollcall-wts ${Buffer.from(list).toString("base64")}\n`);
const failed = async () => print(`rollcall-wts-failed ${Buffer.from("no").toString("base64")}\n`);
const tooSlow = () => Promise.reject(new DOMException("too slow", "TimeoutError"));

let nowMs = 0;
let wts: WtsMemory;

beforeEach(() => {
  nowMs = 0;
  wts = createWtsMemory(() => nowMs);
});

/** Asks, and the answer takes a second. */
async function askFor(answer: () => Promise<Answer>) {
  await wts.ask(async () => {
    nowMs += 1000;
    return answer();
  });
}

describe("WTS is asked", () => {
  it("at the first look, and every 30 s while nothing changes", async () => {
    expect(wts.isDue()).toBe(true);
    wts.noteText(["anna"]);
    await askFor(good);
    wts.noteText(["anna"]);
    nowMs += 29_999;
    expect(wts.isDue()).toBe(false);
    nowMs += 1;
    expect(wts.isDue()).toBe(true);
  });

  it("again when who is there has changed, after a rest as long as four times its work", async () => {
    await askFor(good);
    wts.noteText(["anna"]);
    nowMs += 3_999;
    wts.noteText(["bruno"]);
    expect(wts.isDue()).toBe(false);
    nowMs += 1;
    expect(wts.isDue()).toBe(true);
    wts.noteText(["anna"]);
    expect(wts.isDue()).toBe(false);
    wts.noteText([]);
    expect(wts.isDue()).toBe(true);
  });

  it("once for all who ask at the same time", async () => {
    let questions = 0;
    const ask = () =>
      wts.ask(async () => {
        questions += 1;
        return good();
      });
    const both = Promise.all([ask(), ask()]);
    expect(wts.isDue()).toBe(false);
    await both;
    expect(questions).toBe(1);
    await ask();
    expect(questions).toBe(2);
  });

  it("not for 10 minutes where it does not work", async () => {
    for (const answer of [failed, async () => print("")]) {
      wts = createWtsMemory(() => nowMs);
      await askFor(good);
      await askFor(answer);
      expect(wts.mayWork()).toBe(false);
      expect(wts.known()).toBeUndefined();
      nowMs += 599_999;
      expect(wts.isDue()).toBe(false);
      nowMs += 1;
      expect(wts.isDue()).toBe(true);
      await askFor(good);
      expect(wts.mayWork()).toBe(true);
    }
  });
});

describe("PowerShell that is too slow", () => {
  it("does not work, where the server answered in the meantime", async () => {
    await wts.ask(async () => {
      nowMs += 5_000;
      wts.noteText(["anna"]);
      return tooSlow();
    });
    expect(wts.mayWork()).toBe(false);
  });

  it("proves nothing where the server answered nothing at all", async () => {
    wts.noteText(["anna"]);
    await askFor(tooSlow);
    expect(wts.mayWork()).toBe(true);
  });
});

it("keeps what it knows when the connection was lost", async () => {
  await askFor(good);
  await askFor(() => Promise.reject(new SourceError("unreachable", quoted("gone"))));
  expect(wts.mayWork()).toBe(true);
  expect(wts.known()).toMatchObject({ rows: new Map([[2, row]]), ageMs: 1000 });
});

it("hides no error that no server caused", async () => {
  await expect(askFor(() => Promise.reject(new TypeError("a bug")))).rejects.toThrow("a bug");
});

describe("who waits for it", () => {
  const never = new Promise<void>(() => undefined);

  it("goes on without it when the patience is over", async () => {
    await expect(waitPatiently(never, 5, new AbortController().signal)).resolves.toBeUndefined();
  });

  it("goes on as soon as it is there", async () => {
    await expect(
      waitPatiently(Promise.resolve(), 60_000, new AbortController().signal),
    ).resolves.toBeUndefined();
  });

  it("stops with the reason of its signal", async () => {
    const signal = AbortSignal.timeout(5);
    await expect(waitPatiently(never, 60_000, signal)).rejects.toBe(
      await new Promise((resolve) =>
        signal.addEventListener("abort", () => resolve(signal.reason)),
      ),
    );
  });
});
