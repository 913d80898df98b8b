import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi, parseRoll } from "@/tests/support/api";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, signIn, test } from "./rollcall-test";

needs("chromium", "proftpd");

/** One server a mistake, beside one that is right. */
let [cutting, refusing]: WindowsHost[] = [];
let daemon: RealProftpd;
let rollcall: RunningRollcall;

const ssh = (host: WindowsHost, password: string, hostKey?: string) =>
  `ssh: { host: 127.0.0.1, port: ${host.port}, user: rollcall, password: "${password}"${hostKey ? `, hostKey: "${hostKey}"` : ""} }`;

test.beforeAll(async () => {
  cutting = await startWindowsHost();
  cutting.connection.cutAfterBytes = 60;
  refusing = await startWindowsHost();
  daemon = await startRealProftpd(["anna"]);
  // ftpwho is asked only where Rollcall does not know the format of the scoreboard.
  const unknown = join(dirname(daemon.scoreboard), "unknown");
  await writeFile(unknown, "another version");
  rollcall = await startRollcall({
    config: `servers:
  - name: right
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
  - name: toolless
    via: local
    sources: [{ provider: proftpd, scoreboard: ${unknown}, ftpwho: /nonexistent/ftpwho }]
  - name: stopped
    via: local
    sources: [{ provider: proftpd, scoreboard: /nonexistent/scoreboard }]
  - name: stranger
    via:
      ${ssh(refusing, refusing.password)}
    sources: [{ provider: windows }]
  - name: password
    via:
      ${ssh(refusing, "wrong", refusing.fingerprint)}
    sources: [{ provider: windows }]
  - name: cut
    via:
      ${ssh(cutting, cutting.password, cutting.fingerprint)}
    sources: [{ provider: windows }]
  - name: gone
    via:
      ssh: { host: 127.0.0.1, port: 1, user: rollcall, password: x, hostKey: "${cutting.fingerprint}" }
    sources: [{ provider: windows }]
`,
  });
});
test.afterAll(async () => {
  await rollcall.stop();
  await daemon.stop();
  await cutting?.stop();
  await refusing?.stop();
});

const expected = [
  ["ftp", "toolless", "tool-missing", /ftpwho.*(Install|path)/],
  ["ftp", "stopped", "unreachable", /\/nonexistent\/scoreboard.*Check/],
  ["terminal", "stranger", "not-trusted", /SHA256:.*rollcall -- trust stranger/],
  ["terminal", "password", "refused", /login of rollcall.*Check/],
  ["terminal", "cut", "unreadable", /no end|ended.*run:/],
  ["terminal", "gone", "unreachable", /port 1.*Check/],
] as const;

test("each mistake is one sentence that names the server and what to do", async ({ page }) => {
  const api = await openApi(rollcall, "viewer");
  await signIn(page, rollcall.url);
  for (const kind of ["ftp", "terminal"] as const) {
    const { sources } = await api.roll(kind);
    await page.goto(`${rollcall.url}/tools-settings/${kind}-sessions`);
    await page.getByRole("button", { name: "Refresh" }).click();
    const fold = page.getByText(/servers do not answer/);
    if (await fold.count()) await fold.click();
    for (const [, server, code, sentence] of expected.filter(([of]) => of === kind)) {
      const source = sources.find((answer) => answer.server === server);
      expect(source?.failure?.code, server).toBe(code);
      expect(source?.failure?.message).toMatch(sentence);
      expect(source?.failure?.message).toContain(server);
      expect(source?.count).toBeNull();
      // Where a page leads to what mends it, it does not send to the command line.
      const told = code === "not-trusted" ? /is not trusted: .*SHA256:/ : sentence;
      await expect(page.getByText(told).filter({ hasText: server }).first()).toBeVisible();
    }
  }
  await page.getByRole("link", { name: "Review stranger" }).click();
  await expect(page.getByText(/rollcall -- trust stranger/).first()).toBeVisible();
});

test("nothing else stops working", async () => {
  const client = await daemon.logIn("anna");
  const api = await openApi(rollcall, "operator");
  const { sources, sessions } = await api.roll("ftp");
  expect(sources.find(({ server }) => server === "right")).toMatchObject({
    state: "answered",
    count: 1,
  });
  const [session] = sessions;
  const acted = await api.post("/api/v1/sessions/ftp/act", {
    action: "remove",
    refs: [session?.ref],
  });
  expect(acted).toMatchObject({ status: 200, body: { outcomes: [{ status: "done" }] } });
  client.close();
});

test("the command line says the same, one line a source, and exits with 1", async () => {
  const { exitCode, stdout } = await rollcall.command(["check"]);
  expect(exitCode).toBe(1);
  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(expected.length + 2);
  for (const [, server, , sentence] of expected) {
    expect(lines.find((line) => line.startsWith(`${server}/`))).toMatch(sentence);
  }
  expect(lines.find((line) => line.startsWith("right/proftpd"))).toMatch(/answered/);
});

test("a host key is shown, pinned when it is the one shown, and then trusted", async () => {
  const shown = await rollcall.command(["trust", "stranger"]);
  expect(shown).toMatchObject({ exitCode: 0, stdout: `${refusing?.fingerprint}\n` });
  const other = `SHA256:${"x".repeat(43)}`;
  const wrong = await rollcall.command(["trust", "stranger", "--accept", other]);
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toContain("nothing was pinned");
  const pinned = await rollcall.command(["trust", "stranger", "--accept", shown.stdout.trim()]);
  expect(pinned.exitCode).toBe(0);

  const api = await openApi(rollcall, "viewer");
  await expect
    .poll(async () => {
      const { sources } = await api.roll("terminal");
      return sources.find(({ server }) => server === "stranger")?.state;
    })
    .toBe("answered");
});

test("wrong use of the command line exits with 2 and one sentence", async () => {
  for (const args of [
    ["nonsense"],
    ["user", "add", "x"],
    ["sessions", "mail"],
    ["act", "remove"],
  ]) {
    const { exitCode, stdout, stderr } = await rollcall.command(args);
    expect(exitCode, args.join(" ")).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/ at .*\.ts:/);
  }
  const unknownServer = await rollcall.command(["trust", "nobody"]);
  expect(unknownServer).toMatchObject({ exitCode: 1 });
  expect(unknownServer.stderr).toMatch(/no server "nobody"/);
});

test("a configuration file with mistakes starts nothing, and says where they are", async () => {
  const started = startRollcall({
    config: "servers:\n  - name: a\n    via: pigeon\n    sources: []\n",
  });
  await expect(started).rejects.toThrow(/rollcall\.yaml:3: servers\[0\]\.via: must be/);
  await expect(startRollcall({ env: { PORT: "eighty" } })).rejects.toThrow(/PORT must be/);
});

test("sessions and act go through a running Rollcall", async () => {
  const client = await daemon.logIn("anna");
  const { token } = await openApi(rollcall, "operator");
  const env = { ROLLCALL_URL: rollcall.url, ROLLCALL_TOKEN: token };
  const listed = await rollcall.command(["sessions", "ftp", "--json"], "", env);
  const { sessions } = parseRoll(JSON.parse(listed.stdout));
  expect(sessions).toHaveLength(1);
  const table = await rollcall.command(["sessions", "ftp"], "", env);
  expect(table.stdout).toMatch(/anna/);
  expect(table.stderr).toMatch(/toolless/);
  const ended = await rollcall.command(["act", "remove", sessions[0]?.ref ?? ""], "", env);
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.stdout).toMatch(/ done: Removed\.$/m);
  client.close();
  const withoutToken = await rollcall.command(["sessions", "ftp"], "", {
    ROLLCALL_URL: rollcall.url,
  });
  expect(withoutToken).toMatchObject({ exitCode: 1, stdout: "" });
  expect(withoutToken.stderr).toMatch(/ROLLCALL_TOKEN/);
});

test("a token that may only look cannot act, and none can do without one", async () => {
  const { get, post } = await openApi(rollcall, "viewer");
  const body = { action: "remove", refs: ["WyJhIiwiMSIsbnVsbCxudWxsLG51bGxd"] };
  expect((await post("/api/v1/sessions/ftp/act", body)).status).toBe(403);
  expect((await get("/api/v1/sessions/mail")).status).toBe(404);
  const anonymous = await fetch(`${rollcall.url}/api/v1/sessions/ftp`);
  expect(anonymous.status).toBe(401);
});
