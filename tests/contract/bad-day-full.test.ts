import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { askDoor } from "@/tests/support/ask-door";
import { describeWith } from "@/tests/support/describe-with";
import { runRollcall } from "@/tests/support/run-rollcall";
import { callByName, openPage, sendSignIn } from "@/tests/support/sign-in-form";
import { makeSmallDisk, type SmallDisk } from "@/tests/support/small-disk";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

let folder: string;
let disk: SmallDisk;
let rollcall: RunningRollcall;

const save = "tools-settings/servers save";
const sources = [{ provider: "vsftpd", settings: {} }];
const draft = { id: null, name: "new", via: { kind: "local" }, sources };

/** All that is kept, but for when somebody was last seen. */
async function readAll(): Promise<Readonly<Record<string, unknown>>> {
  const copy = join(folder, "read");
  await disk.copy(rollcall.pid, copy);
  const database = new Database(join(copy, "rollcall.db"));
  const rows = (table: string) => database.prepare(`SELECT * FROM "${table}"`).all();
  const sessions = database.prepare("SELECT id, endedAt FROM PanelSession").all();
  const all = { users: rows("User"), servers: rows("Server"), audit: rows("AuditEntry"), sessions };
  database.close();
  await rm(copy, { recursive: true });
  return all;
}

/** The panel session that is not the asker's own. */
async function findOther(cookie: string): Promise<string> {
  const { body } = await openPage(rollcall.url, "/api/v1/sessions/panel?fresh=1", cookie);
  const { sessions } = z
    .object({ sessions: z.array(z.object({ ref: z.string(), isOwn: z.boolean() })) })
    .parse(JSON.parse(body));
  return sessions.find(({ isOwn }) => !isOwn)?.ref ?? "";
}

async function remove(ref: string, cookie: string): Promise<unknown> {
  const headers = { cookie, origin: rollcall.url, "content-type": "application/json" };
  const body = JSON.stringify({ action: "remove", refs: [ref] });
  const path = "/api/v1/sessions/panel/act";
  const answer = await askDoor(rollcall.url, { method: "POST", path, headers, body });
  return z.object({ outcomes: z.unknown() }).parse(JSON.parse(answer.body)).outcomes;
}

describeWith("root", "a disk that is full", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rollcall-full-"));
    const data = join(folder, "data");
    disk = await makeSmallDisk(data);
    rollcall = await startRollcall({ env: { ROLLCALL_DATA: data }, within: disk.within });
  });
  afterAll(async () => {
    await rollcall.stop();
    await rm(folder, { recursive: true });
  });

  it("shows pages, signs nobody in, does nothing by halves, and goes on when there is room", async () => {
    const { url } = rollcall;
    const { cookie } = await sendSignIn(url);
    const { cookie: other } = await sendSignIn(url);
    if (!(cookie && other)) throw new Error("nobody is signed in");
    const ref = await findOther(cookie);
    await pause(1100);
    await disk.fill(rollcall.pid);
    const before = await readAll();

    for (const page of ["", "/panel-sessions", "/servers"]) {
      const { status, body } = await openPage(url, `/tools-settings${page}`, cookie);
      expect(status, page).toBe(200);
      expect(body, page).not.toContain("cannot use its database");
    }
    const refused = await sendSignIn(url);
    expect(refused).toMatchObject({ status: 200, cookie: null });
    expect(refused.body).toContain("Rollcall cannot use its database just now");
    const saved = await callByName(url, save, [draft], cookie);
    expect(saved.body).toMatch(/"digest":"store"|not recorded|"diskFull"/);
    const left = await callByName(url, "tools-settings leave", [], other);
    expect(left.status).toBe(503);
    const untouched = {
      status: "failed",
      message: expect.stringMatching(/cannot record it: the disk is full/),
    };
    expect(await remove(ref, cookie)).toMatchObject([untouched]);
    expect(await readAll()).toEqual(before);

    await disk.free(rollcall.pid);
    expect((await sendSignIn(url)).cookie).not.toBeNull();
    expect((await callByName(url, save, [draft], cookie)).body).toContain('"status":"saved"');
    expect(await remove(ref, cookie)).toMatchObject([{ status: "done" }]);
    await waitFor(async () => (await openPage(url, "/tools-settings", other)).status === 307);

    const copy = join(folder, "copy");
    await disk.copy(rollcall.pid, copy);
    const verified = await runRollcall(["audit", "verify"], { env: { ROLLCALL_DATA: copy } });
    expect(verified).toMatchObject({ code: 0, stderr: "" });
    expect(rollcall.output()).toMatch(/the disk is full; make room/);
  });
});
