import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "@/tests/support/free-port";
import { systemEnv } from "@/tests/support/system-env";
import { waitFor } from "@/tests/support/wait-for";

it("npm start says where to sign in and how long it took, is healthy, and ends with 0 when told to", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-start-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const env = { ...systemEnv(), NODE_ENV: "production" as const, PORT: String(port) };
  const askHealth = () => spawnSync("node", ["scripts/ask-health.mjs"], { env }).status;
  expect(askHealth()).toBe(1);
  const start = spawn("npm", ["start"], { env: { ...env, ROLLCALL_DATA: folder } });
  let said = "";
  start.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const ended = once(start, "exit");
  onTestFinished(async () => {
    start.kill("SIGTERM");
    await ended;
  });
  await waitFor(() => said.includes("Started in") || start.exitCode !== null, 120_000);
  expect(askHealth()).toBe(0);
  start.kill("SIGTERM");
  expect((await ended)[0]).toBe(0);
  expect(said).toContain(`Rollcall is ready: sign in at http://127.0.0.1:${port}/sign-in\n`);
  expect(said).toMatch(/^Started in \d+\.\d s\.$/m);
}, 150_000);
