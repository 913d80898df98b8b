import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askDoor } from "@/tests/support/ask-door";
import { callByName, openPage, sendSignIn } from "@/tests/support/sign-in-form";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";

let folder: string;
let rollcall: RunningRollcall;
/** Another program that has the database open. */
let other: Database.Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-locked-"));
  rollcall = await startRollcall({ env: { ROLLCALL_DATA: folder } });
  other = new Database(join(folder, "rollcall.db"));
});
afterAll(async () => {
  other.close();
  await rollcall.stop();
  await rm(folder, { recursive: true });
});

/** How long the slowest answer took, of one every 50 ms, until it is stopped. */
function watchHealth() {
  let isOver = false;
  let slowestMs = 0;
  const watching = (async () => {
    while (!isOver) {
      const begunAtMs = performance.now();
      const { status } = await askDoor(rollcall.url, { method: "GET", path: "/api/v1/health" });
      expect(status).toBe(200);
      slowestMs = Math.max(slowestMs, performance.now() - begunAtMs);
      await pause(50);
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return slowestMs;
  };
}

it("signs in when a program that kept the database locked for a second lets go", async () => {
  other.exec("BEGIN IMMEDIATE");
  const signing = sendSignIn(rollcall.url);
  await pause(1000);
  other.exec("ROLLBACK");
  expect((await signing).cookie).not.toBeNull();
});

it("shows pages and says what it cannot do while the database is locked for 6 s, and then goes on", async () => {
  const before = rollcall.output().length;
  const { cookie } = await sendSignIn(rollcall.url);
  if (!cookie) throw new Error("nobody is signed in");
  // What is read on the page counts as activity, which is to be noted.
  await pause(1100);
  const stopWatching = watchHealth();
  other.exec("BEGIN IMMEDIATE");
  const unlock = pause(6000).then(() => other.exec("ROLLBACK"));
  const signing = sendSignIn(rollcall.url);
  const leaving = callByName(rollcall.url, "tools-settings leave", [], cookie);
  for (const page of ["", "/panel-sessions", "/ftp-sessions", "/servers"]) {
    const begunAtMs = performance.now();
    const { status, body } = await openPage(rollcall.url, `/tools-settings${page}`, cookie);
    expect(status, page).toBe(200);
    expect(body).not.toContain("store");
    expect(performance.now() - begunAtMs, page).toBeLessThan(4000);
  }
  const refused = await signing;
  expect(refused).toMatchObject({ status: 200, cookie: null });
  expect(refused.body).toContain(
    "Rollcall cannot use its database just now, and nothing was done.",
  );
  expect(await leaving).toMatchObject({ status: 503 });
  expect((await leaving).body).toContain('"digest":"store"');
  await unlock;
  expect(await stopWatching()).toBeLessThan(2500);
  expect((await sendSignIn(rollcall.url)).cookie).not.toBeNull();
  expect(await openPage(rollcall.url, "/tools-settings", cookie)).toMatchObject({ status: 200 });
  // Why it was refused, told once, and with it how often.
  const told = rollcall.output().slice(before).trim().split("\n");
  expect(told).toEqual([expect.stringMatching(/"path":"\/.*another program keeps it locked/)]);
}, 60_000);
