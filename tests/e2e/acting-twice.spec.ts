import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi } from "@/tests/support/api";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, openSessions, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

const dayMs = 86_400_000;
const boris = { login: "boris", password: "another long passphrase" };
let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  host = await startWindowsHost();
  rollcall = await startRollcall({ config: configOf({ ts01: host }) });
  const words = ["user", "add", boris.login, "--role", "server-administrator"];
  expect(await rollcall.command(words, `${boris.password}\n`)).toMatchObject({ exitCode: 0 });
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
});

test("of two who log out the same session, one does it and the other is told who and when", async ({
  page,
  browser,
}) => {
  const anna = host.signIn("anna");
  host.behaviour.stuck.add(anna.id);
  let asked = 0;
  const countNext = () => {
    host.behaviour.beforeAct = () => {
      asked += 1;
    };
  };
  countNext();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, rollcall.url, boris);
  await other.goto(`${rollcall.url}/tools-settings/terminal-sessions`);
  await page.clock.setSystemTime(Date.now() + dayMs);
  await openSessions(page, rollcall, "terminal");
  for (const one of [page, other]) {
    await rowOf(one, "anna").getByRole("checkbox").check();
    await one.getByRole("button", { name: "Log Out" }).click();
  }
  const consent = (one: typeof page) =>
    one.getByRole("button", { name: "OK, log out session" }).click();
  const running = (one: typeof page) => one.getByRole("dialog").getByRole("listitem");
  await consent(other);
  await expect(running(other)).toContainText("Logging out…");
  await expect.poll(() => asked).toBe(1);
  countNext();
  await consent(page);
  await expect(running(page)).toContainText("Logging out…");
  host.sessions.splice(host.sessions.indexOf(anna), 1);
  host.behaviour.stuck.clear();

  await expect(other.getByRole("status")).toHaveText("1 logged out");
  await expect(page.getByRole("status")).toHaveText(/^1 already logged out by boris, \d s ago$/);
  expect(asked, "the server was asked once").toBe(1);
  await context.close();
});

test("a script that comes too late is told who and when as well", async () => {
  const carla = host.signIn("carla");
  const api = await openApi(rollcall, "operator");
  const { sessions } = await api.roll("terminal");
  const refs = sessions.filter(({ user }) => user === "carla").map(({ ref }) => ref);
  const act = () => api.post("/api/v1/sessions/terminal/act", { action: "log-off", refs });
  expect(await act()).toMatchObject({ body: { outcomes: [{ status: "done" }] } });
  expect(host.sessions).not.toContain(carla);
  expect(await act()).toMatchObject({
    body: {
      outcomes: [
        {
          ref: refs[0],
          status: "already-gone",
          by: expect.stringMatching(/^token test-/),
          at: expect.stringMatching(/Z$/),
          message: expect.stringMatching(/^Already logged out by token test-.*, \d s ago\.$/),
        },
      ],
    },
  });
});
