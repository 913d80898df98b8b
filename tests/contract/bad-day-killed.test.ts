import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { configOf } from "@/tests/e2e/terminal-hosts";
import { openApi, parseRoll } from "@/tests/support/api";
import { sendSignal } from "@/tests/support/processes";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

interface Entry {
  readonly user: string;
  readonly phase: string;
  readonly outcome: string | null;
  readonly detail: string;
}

let folder: string;
let host: WindowsHost;
let rollcall: RunningRollcall;
let token: string;
let database: Database.Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-killed-"));
  host = await startWindowsHost();
  for (const user of ["anna", "bruno", "carla", "dora"]) host.signIn(user);
  await start();
  token = (await openApi(rollcall, "operator")).token;
  database = new Database(join(folder, "rollcall.db"));
});
afterAll(async () => {
  database.close();
  await rollcall.stop();
  await host.stop();
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  const config = configOf({ ts01: host });
  rollcall = await startRollcall({ config, env: { ROLLCALL_DATA: folder } });
}

const kill = () => sendSignal(rollcall.pid, "SIGKILL");

async function startAgain(): Promise<void> {
  await rollcall.stop();
  await start();
}

const headers = () => ({ authorization: `Bearer ${token}`, "content-type": "application/json" });

async function findRef(user: string): Promise<string> {
  const answer = await fetch(`${rollcall.url}/api/v1/sessions/terminal?fresh=1`, {
    headers: headers(),
  });
  const { sessions } = parseRoll(await answer.json());
  const found = sessions.find((session) => session.user === user);
  if (!found) throw new Error(`${user} is not listed`);
  return found.ref;
}

/** Resolves to whether an answer has come. */
async function logOff(ref: string): Promise<boolean> {
  const body = JSON.stringify({ action: "log-off", refs: [ref], reason: "night" });
  const url = `${rollcall.url}/api/v1/sessions/terminal/act`;
  const asked = fetch(url, { method: "POST", headers: headers(), body });
  return asked.then(
    () => true,
    () => false,
  );
}

function entriesOf(user: string): readonly Entry[] {
  return database
    .prepare<[string], Entry>(`SELECT * FROM AuditEntry WHERE "user" = ? ORDER BY seq`)
    .all(user);
}

const isListed = (user: string) => host.sessions.some((session) => session.user === user);
const intent = { phase: "intent", outcome: null };
const recovered = expect.stringContaining('"recovered":true');

it("completes the record of what it was doing when it was killed, and of nothing else", async () => {
  const { behaviour } = host;
  const anna = await findRef("anna");
  database.exec("BEGIN IMMEDIATE");
  const before = logOff(anna);
  await pause(300);
  kill();
  database.exec("ROLLBACK");
  expect(await before).toBe(false);
  await startAgain();

  const bruno = await findRef("bruno");
  behaviour.listingTakesMs = 60_000;
  const meant = logOff(bruno);
  await waitFor(() => entriesOf("bruno").length === 1);
  kill();
  behaviour.listingTakesMs = 0;
  expect(await meant).toBe(false);
  await startAgain();

  const carla = await findRef("carla");
  const reached = Promise.withResolvers<void>();
  behaviour.beforeAct = reached.resolve;
  behaviour.logOffTakesMs = 1000;
  const asked = logOff(carla);
  await reached.promise;
  kill();
  expect(await asked).toBe(false);
  await waitFor(() => !isListed("carla"));
  await startAgain();

  behaviour.logOffTakesMs = 0;
  expect(await logOff(await findRef("dora"))).toBe(true);
  kill();
  await startAgain();

  await waitFor(() => [...entriesOf("bruno"), ...entriesOf("carla")].length === 4, 60_000);
  expect(entriesOf("anna")).toEqual([]);
  expect(entriesOf("bruno")).toMatchObject([
    intent,
    { phase: "outcome", outcome: "still-there", detail: recovered },
  ]);
  expect(entriesOf("carla")).toMatchObject([
    intent,
    { phase: "outcome", outcome: "gone", detail: recovered },
  ]);
  expect(entriesOf("dora")).toMatchObject([
    intent,
    { phase: "outcome", outcome: "done", detail: expect.not.stringContaining("recovered") },
  ]);
  expect(["anna", "bruno", "carla", "dora"].map(isListed)).toEqual([true, true, false, false]);
  expect(await rollcall.command(["audit", "verify"])).toMatchObject({ exitCode: 0, stderr: "" });
}, 120_000);
