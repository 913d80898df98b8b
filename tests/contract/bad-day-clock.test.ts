import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { openPage, sendSignIn } from "@/tests/support/sign-in-form";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

const minuteMs = 60_000;
let folder: string;
let rollcall: RunningRollcall;
const clock = () => join(folder, "clock");
/** By how much it is wrong, and how much time has passed. */
const setClock = (wrong: number, passed: number) =>
  writeFile(clock(), `${wrong * minuteMs} ${passed * minuteMs}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-clock-"));
  await setClock(0, 0);
  const shifted = pathToFileURL(resolve(import.meta.dirname, "../support/shifted-clock.mjs"));
  const preload = `--import ${shifted}?${new URLSearchParams({ file: clock() })}`;
  rollcall = await startRollcall({
    env: {
      ROLLCALL_DATA: folder,
      NODE_OPTIONS: preload,
    },
  });
});
afterAll(async () => {
  await rollcall.stop();
  await rm(folder, { recursive: true });
});

/** Whether the product's clock is as far ahead of ours by now. */
async function isSet(minutes: number, cookie: string): Promise<boolean> {
  const headers = { cookie };
  const answer = await fetch(`${rollcall.url}/api/v1/sessions/panel`, { headers });
  const { asOf } = z.object({ asOf: z.string() }).parse(await answer.json());
  return Math.abs(new Date(asOf).getTime() - Date.now() - minutes * minuteMs) < minuteMs;
}

it("keeps who is signed in, for no longer, and the order of the audit, when the clock goes back an hour", async () => {
  const { cookie } = await sendSignIn(rollcall.url);
  if (!cookie) throw new Error("nobody is signed in");
  await setClock(-60, 0);
  await waitFor(() => isSet(-60, cookie));
  const seen = async () => (await openPage(rollcall.url, "/tools-settings", cookie)).status;
  expect(await seen()).toBe(200);
  expect((await sendSignIn(rollcall.url)).cookie).not.toBeNull();

  const wrong = { login: "admin", password: "not the passphrase" };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => sendSignIn(rollcall.url, wrong)),
  );
  expect(answers.some(({ body }) => body.includes("Too many attempts"))).toBe(true);

  await setClock(-60, 25);
  await waitFor(() => isSet(-35, cookie));
  expect(await seen()).toBe(200);
  // Idle for 31 minutes, at a time of day at which nobody had signed in yet.
  await setClock(-60, 56);
  await waitFor(async () => (await seen()) !== 200);

  const database = new Database(join(folder, "rollcall.db"), { readonly: true });
  const numbers = database.prepare("SELECT seq FROM AuditEntry ORDER BY seq").pluck().all();
  database.close();
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const verified = await rollcall.command(["audit", "verify"]);
  expect(verified).toMatchObject({ exitCode: 0, stderr: "" });
  expect(rollcall.output()).not.toMatch(/"level":50/);
});
