import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { findRef } from "@/lib/sessions/ref-text";
import { configOf } from "@/tests/e2e/terminal-hosts";
import { openApi } from "@/tests/support/api";
import { addPeople } from "@/tests/support/door-people";
import { callAction } from "@/tests/support/door-requests";
import { listActions } from "@/tests/support/door-targets";
import { closeCodeOf } from "@/tests/support/live-hub";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

let folder: string;
let host: WindowsHost;
let rollcall: RunningRollcall;
let cookie: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-ended-"));
  host = await startWindowsHost();
  rollcall = await startRollcall({
    config: configOf({ ts01: host }),
    env: { ROLLCALL_DATA: folder },
  });
  cookie = (await addPeople(join(folder, "rollcall.db"))).get("administrator") ?? "";
});
afterAll(async () => {
  await rollcall.stop();
  await host.stop();
  await rm(folder, { recursive: true });
});

it("cuts the stream, the answer and the socket of a removed session at once, and its act goes on", async () => {
  const { url } = rollcall;
  // Who shows two secrets is known by the first, wherever it is looked at.
  const headers = { cookie: `${cookie}; rollcall=${"x".repeat(43)}`, origin: url };
  const anna = host.signIn("anna");
  host.behaviour.stuck.add(anna.id);
  const isAsked = Promise.withResolvers<void>();
  host.behaviour.beforeAct = isAsked.resolve;
  const api = await openApi(rollcall, "operator");
  const refOf = async (kind: "panel" | "terminal", user: string) => {
    const { sessions } = await api.roll(kind);
    return sessions.find((session) => session.user === user)?.ref ?? "";
  };
  const [own, others] = [await refOf("panel", "administrator"), await refOf("terminal", "anna")];

  const socket = new WebSocket(`${url.replace("http", "ws")}/live`, { headers });
  const closed = closeCodeOf(socket);
  const { path, method, body, ...asked } = callAction(findAction("logOffSessions"), [
    { refs: [findRef(others)], reason: null },
  ]);
  const stream = await fetch(url + path, {
    method,
    body: String(body),
    headers: { ...headers, ...asked.headers },
  });
  expect(stream.status).toBe(200);
  const reader = stream.body?.getReader();
  await Promise.all([reader?.read(), isAsked.promise]);
  host.behaviour.listingTakesMs = 2000;
  const slow = fetch(`${url}/api/v1/sessions/terminal?fresh=1`, { headers });
  const cut = [expect(readAll(reader)).rejects.toThrow(), expect(slow).rejects.toThrow()];

  const removed = await api.post("/api/v1/sessions/panel/act", { action: "remove", refs: [own] });
  const removedAtMs = performance.now();
  expect(removed).toMatchObject({ status: 200, body: { outcomes: [{ status: "done" }] } });
  await Promise.all(cut);
  expect(await closed).toBe(4401);
  expect(performance.now() - removedAtMs).toBeLessThan(500);

  host.behaviour.listingTakesMs = 0;
  host.sessions.splice(host.sessions.indexOf(anna), 1);
  expect(await waitFor(findOutcome)).toEqual({ operator: "administrator", outcome: "done" });
  expect(rollcall.output()).not.toContain("bug");
});

function findAction(name: string) {
  const action = listActions().find((each) => each.name.endsWith(` ${name}`));
  if (!action) throw new Error(`no action is called ${name}`);
  return action;
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  while (reader && !(await reader.read()).done);
}

function findOutcome(): unknown {
  const database = new Database(join(folder, "rollcall.db"), { readonly: true });
  const row = database
    .prepare(
      "SELECT operator, outcome FROM AuditEntry WHERE event = 'session.log-off' AND phase = 'outcome'",
    )
    .get();
  database.close();
  return row;
}
