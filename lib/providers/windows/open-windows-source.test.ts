import { afterEach, describe, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost, type WindowsHostOptions } from "@/demo/windows-host";
import { quoted, reason } from "@/lib/sessions/reason";
import type { Session } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import type { Transport } from "@/lib/sessions/transport";
import { waitFor } from "@/tests/support/wait-for";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { windowsProvider } from "./provider";

const inTime = () => AbortSignal.timeout(5_000);

let host: WindowsHost;
let transport: Transport;
let source: SessionSource;

async function start(options: WindowsHostOptions = {}) {
  host = await startWindowsHost(options);
  transport = reachWindowsHost(host);
  source = windowsProvider.open("ts01/windows", {}, transport);
}

afterEach(async () => {
  await transport.close();
  await host.stop();
  expect(host.endedItself).toBe(false);
});

function getSession(sessions: readonly Session[], user: string) {
  const session = sessions.find((one) => one.user === user);
  if (session?.kind !== "terminal") throw new Error(`${user} is not listed`);
  return session;
}

async function refOf(user: string) {
  return getSession(await source.list(inTime()), user).ref;
}

function leave(user: string) {
  const at = host.sessions.findIndex((session) => session.user === user);
  const [session] = host.sessions.splice(at, 1);
  if (!session) throw new Error(`${user} is not there`);
  return session;
}

function show(text: string, ...refs: readonly Session["ref"][]) {
  return source.sendMessage?.(refs, text, inTime());
}

describe.each(["cmd", "powershell", "sh"] as const)("with PowerShell's help, and %s", (shell) => {
  it("tells what the text does not", async () => {
    await start({ shell });
    host.signIn("Anna", { domain: "CORP", client: "LAPTOP", address: "203.0.113.7" });
    expect(getSession(await source.list(inTime()), "Anna")).toMatchObject({
      domain: "CORP",
      clientName: "LAPTOP",
      remoteAddress: "203.0.113.7",
      startedAt: new Date("2018-07-26T19:29:00Z"),
    });
    expect(source.limits?.()).toEqual([]);
  });

  it("does nothing to who took the place in the moment before the act", async () => {
    await start({ shell });
    host.signIn("anna", { logonAt: Date.UTC(2026, 0, 1, 9, 0, 10) });
    const ref = await refOf("anna");
    host.behaviour.beforeAct = () => {
      leave("anna");
      host.signIn("anna", { logonAt: Date.UTC(2026, 0, 1, 9, 0, 50) });
    };
    expect(await source.act([ref], "logOff", inTime())).toEqual([{ status: "replaced" }]);
    expect(await refOf("anna")).toEqual(ref);
  });

  it.each(["disconnect", "logOff", "reset"] as const)("takes a request to %s", async (action) => {
    await start({ shell });
    for (const user of ["anna", "bruno"]) host.signIn(user);
    const ref = await refOf("anna");
    const asked = await source.act([ref, { ...ref, id: "99" }], action, inTime());
    expect(asked).toEqual([{ status: "asked" }, { status: "gone" }]);
    const left = (await source.list(inTime())).flatMap((session) =>
      session.kind === "terminal" && session.user ? [[session.user, session.status]] : [],
    );
    const bruno = ["bruno", "logged-in"];
    expect(left).toEqual(action === "disconnect" ? [["anna", "disconnected"], bruno] : [bruno]);
  });

  it("shows a message, whose words never come near a command line", async () => {
    await start({ shell });
    const names = ["%PATH%", "a&calc", "o'neil $(id)", "山田 太郎"];
    for (const user of names) host.signIn(user);
    await source.list(inTime());
    const asked = await source.act([await refOf("a&calc")], "disconnect", inTime());
    expect(asked).toEqual([{ status: "asked" }]);
    await waitFor(async () => (await refOf("a&calc")).name === null);
    const commands = new Set(host.commands());
    const text = `" & shutdown /s & ' ; $(id) %PATH%\n日本`;
    const refs = (await source.list(inTime())).flatMap(({ ref }) => (ref.user ? [ref] : []));
    expect(await show(text, ...refs)).toEqual(refs.map(() => ({ status: "asked" })));
    expect(host.messages.map((message) => [message.user, message.text])).toEqual(
      names.map((user) => [user, text]),
    );
    expect(new Set(host.commands())).toEqual(commands);
  });

  it("does not act on services, listeners, or where nobody is signed in", async () => {
    await start({ shell });
    const refs = (await source.list(inTime())).map(({ ref }) => ref);
    const before = host.sessions.length;
    for (const action of ["disconnect", "logOff", "reset"] as const) {
      const asked = await source.act(refs, action, inTime());
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => "refused"));
    }
    expect(host.sessions).toHaveLength(before);
  });
});

describe("an act with PowerShell's help", () => {
  it("is one command for 300 sessions", async () => {
    await start();
    const users = Array.from({ length: 300 }, (_, index) => `user${index}`);
    for (const user of users) host.signIn(user);
    const refs = (await source.list(inTime())).flatMap(({ ref }) => (ref.user ? [ref] : []));
    const before = host.commands().length;
    const asked = await source.act(refs, "logOff", inTime());
    expect(asked).toEqual(users.map(() => ({ status: "asked" })));
    expect(host.commands()).toHaveLength(before + 2);
    expect(Math.max(...host.commands().map((line) => line.length))).toBeLessThan(8_191);
  });

  it("tells Windows' words where it refuses", async () => {
    await start();
    const anna = host.signIn("anna");
    host.behaviour.refusals.set(anna.id, "Error [5]:Access is denied.");
    const ref = await refOf("anna");
    const refused = [{ status: "refused", reason: quoted("Access is denied.") }];
    expect(await source.act([ref], "logOff", inTime())).toEqual(refused);
    expect(await show("Good night", ref)).toEqual(refused);
  });

  it("is not tried in another way when its answer is lost: it may have been done", async () => {
    await start();
    host.signIn("anna");
    const ref = await refOf("anna");
    host.behaviour.beforeAct = () => {
      host.connection.cutAfterBytes = 0;
    };
    await expect(source.act([ref], "disconnect", inTime())).rejects.toMatchObject({
      code: "unreadable",
      isBeforeAsking: false,
    });
    expect(host.commands().join()).not.toContain("tsdiscon");
  });

  it("may have been done when PowerShell has gone in the middle of it", async () => {
    await start();
    host.signIn("anna");
    const ref = await refOf("anna");
    host.behaviour.powershell = "no-rights";
    await expect(source.act([ref], "logOff", inTime())).rejects.toMatchObject({
      code: "unreadable",
      reason: reason("saidWith", {
        why: reason("powerShellFailed"),
        text: "Access is denied.",
      }),
      isBeforeAsking: false,
    });
    expect(host.commands().join()).not.toContain("logoff");
  });
});
