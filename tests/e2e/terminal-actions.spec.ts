import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi } from "@/tests/support/api";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import {
  expect,
  expectAccessible,
  needs,
  openSessions,
  refresh,
  rowOf,
  test,
} from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeEach(async () => {
  host = await startWindowsHost();
  rollcall = await startRollcall({ config: configOf({ ts01: host }) });
});
test.afterEach(async () => {
  expect(host.endedItself).toBe(false);
  await rollcall.stop();
  await host.stop();
});

const stateOf = (user: string) => host.sessions.find((session) => session.user === user)?.state;

test("of a mixed choice, those that cannot be disconnected are named and left alone", async ({
  page,
}) => {
  Object.assign(host.signIn("dora"), { name: null, state: "disconnected" });
  await openSessions(page, rollcall, "terminal");
  await rowOf(page, "dora").getByRole("checkbox").check();
  const disconnect = page.getByRole("button", { name: "Disconnect" });
  await expect(page.getByRole("button", { name: "Log Out" })).toBeVisible();
  await expect(disconnect, "nothing here can be disconnected").toHaveCount(0);

  host.signIn("anna");
  host.signIn("carla", { name: "console" });
  await refresh(page);
  await expect(disconnect).toHaveAttribute("aria-disabled", "true");
  await expect(disconnect).toHaveAccessibleDescription("Already disconnected");
  await page.getByRole("button", { name: "1 new" }).click();
  for (const user of ["anna", "carla"]) {
    await rowOf(page, user).getByRole("checkbox").check();
  }
  await disconnect.click();
  const dialog = page.getByRole("dialog", { name: "Disconnect 1 terminal session of anna?" });
  await expect(dialog).toContainText("2 more were chosen and are left out");
  await expect(dialog).toContainText("dora: Already disconnected");
  await expect(dialog).toContainText("carla: Windows does not disconnect the console");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "OK, disconnect session" }).click();
  await expect(page.getByRole("status")).toHaveText("1 disconnected");
  expect(stateOf("anna")).toBe("disconnected");
  expect(stateOf("carla")).toBe("active");
});

test("a message arrives on the screens that were chosen, and on no other", async ({ page }) => {
  for (const user of ["anna", "bruno", "carla"]) host.signIn(user);
  await openSessions(page, rollcall, "terminal");
  for (const user of ["anna", "bruno"]) await rowOf(page, user).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send message" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a message to 2 sessions?" });
  const field = dialog.getByRole("textbox", { name: "Message" });
  const send = dialog.getByRole("button", { name: "OK, send message to 2 sessions" });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await field.fill("x".repeat(256));
  await expect(dialog.getByText("A message has at most 255 characters.")).toBeVisible();
  await expect(dialog.getByText("256 of 255")).toBeVisible();
  await field.fill("a\tb");
  await expect(dialog.getByText(/cannot hold tabs/)).toBeVisible();
  await expectAccessible(page);
  const text = 'Bitte speichern: Neustart um 18:00 & "später" %PATH%\n再起動します';
  await field.fill(text);
  await send.click();
  await expect(page.getByRole("status")).toHaveText("2 sent");
  expect(host.messages).toMatchObject(
    ["anna", "bruno"].map((user) => ({ user, title: "Rollcall", text })),
  );
  await expect(page.getByText("2 selected"), "they may be meant again").toBeVisible();
  await expect(rowOf(page, "anna", "sent")).toHaveCount(1);
});

test("Reset is offered for a log-off that did not happen, and ends that session only", async ({
  page,
}) => {
  host.behaviour.stuck.add(host.signIn("anna").id);
  host.signIn("bruno");
  await openSessions(page, rollcall, "terminal");
  await rowOf(page, "anna").getByRole("checkbox").check();
  const reset = page.getByRole("button", { name: "Reset…" });
  await expect(reset).toHaveCount(0);
  await page.getByRole("button", { name: "Log Out" }).click();
  await page.getByRole("button", { name: "OK, log out session" }).click();
  const asked = page.getByRole("dialog", { name: "Log Out 1 terminal session of anna?" });
  await expect(asked).toContainText("Asked, but it is still there", { timeout: 30_000 });
  await asked.getByRole("button", { name: "Close" }).click();

  await expect(rowOf(page, "bruno").getByRole("button", { name: "Reset…" })).toHaveCount(0);
  await rowOf(page, "anna").getByRole("button", { name: "Reset…" }).click();
  const harder = page.getByRole("dialog", { name: "Reset 1 terminal session of anna?" });
  await expect(harder).toContainText("deleted at once");
  await expectAccessible(page);
  await harder.getByRole("button", { name: "OK, reset session" }).click();
  await expect(page.getByRole("status")).toHaveText("1 reset");
  await expect(rowOf(page, "anna")).toHaveCount(0);
  expect(stateOf("anna")).toBeUndefined();
  expect(stateOf("bruno")).toBe("active");
});

test("a script sends a message, and wrong use of it is answered in one sentence", async () => {
  host.signIn("anna");
  const api = await openApi(rollcall, "operator");
  const { sessions } = await api.roll("terminal");
  const ref = sessions.find(({ user }) => user === "anna")?.ref ?? "none";
  const env = { ROLLCALL_URL: rollcall.url, ROLLCALL_TOKEN: api.token };
  const act = (...words: readonly string[]) => rollcall.command(["act", ...words], "", env);
  expect(await act("send-message", ref, "--message", "Hello")).toMatchObject({
    exitCode: 0,
    stdout: `${ref} done: The server took the message. Whether it was read is not known.\n`,
  });
  expect(host.messages).toMatchObject([{ user: "anna", text: "Hello" }]);

  const wrong: readonly (readonly [readonly string[], string])[] = [
    [["send-message", ref], "Send-message needs --message <text>.\n"],
    [["log-off", ref, "--message", "x"], "Only send-message takes a --message.\n"],
    [["send-message", ref, "--message", " "], "The message must not be empty.\n"],
    [
      ["send-message", ref, "--message", "x".repeat(256)],
      "The message is longer than 255 characters.\n",
    ],
    [
      ["send-message", ref, "--message", "\u0007"],
      "The message must not hold control characters.\n",
    ],
  ];
  for (const [words, stderr] of wrong) {
    expect(await act(...words)).toEqual({ exitCode: 2, stdout: "", stderr });
  }
  const refused = await api.post("/api/v1/sessions/terminal/act", {
    action: "send-message",
    refs: [ref],
  });
  const error = { code: "bad-request", message: "message: is missing." };
  expect(refused).toEqual({ status: 400, body: { error } });
  expect(host.messages).toHaveLength(1);
  expect(host.sessions.map(({ user }) => user)).toContain("anna");
});

test("a paused page knows that a session has ended which was logged out on it", async ({
  page,
}) => {
  for (const user of ["paula", "quentin"]) host.signIn(user);
  await openSessions(page, rollcall, "terminal");
  await page.keyboard.press("p");
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  await rowOf(page, "paula").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Log Out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "OK, log out session" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(rowOf(page, "paula")).toContainText("ended");
  await expect(rowOf(page, "paula").getByRole("checkbox")).toHaveAccessibleDescription(
    "This session has ended.",
  );
  await expect(rowOf(page, "quentin")).toContainText("Logged in");
});
