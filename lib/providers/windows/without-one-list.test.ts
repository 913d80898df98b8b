import { afterEach, describe, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost, type WindowsHostOptions } from "@/demo/windows-host";
import { quoted, reason } from "@/lib/sessions/reason";
import type { Session } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { windowsProvider } from "./provider";
import { wtsListCommands } from "./wts-command";

const inTime = () => AbortSignal.timeout(5_000);
const weakCompare = [{ code: "weak-compare", remedy: null, count: null }];

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

function show(text: string, ...refs: readonly Session["ref"][]) {
  return source.sendMessage?.(refs, text, inTime());
}

describe("without the tables of text", () => {
  it("WTS alone makes the list, and compares", async () => {
    await start();
    host.behaviour.missing.add("query");
    const anna = host.signIn("anna");
    host.signIn("bruno");
    const sessions = await source.list(inTime());
    expect(getSession(sessions, "anna")).toMatchObject({ name: "RDP-Tcp#2", statusText: "Active" });
    const { ref } = getSession(sessions, "anna");
    const earlier = { ...ref, start: "133000000000000000" };
    expect(await source.act([earlier, ref], "logOff", inTime())).toEqual([
      { status: "replaced" },
      { status: "asked" },
    ]);
    expect(host.sessions).not.toContain(anna);
  });

  it("and without PowerShell the list is not known, and nothing was asked", async () => {
    await start({ powershell: "missing" });
    host.signIn("anna");
    const ref = await refOf("anna");
    host.behaviour.missing.add("query");
    const toolMissing = { code: "tool-missing", reason: quoted("query.exe") };
    await expect(source.list(inTime())).rejects.toMatchObject(toolMissing);
    await expect(source.act([ref], "logOff", inTime())).rejects.toMatchObject({
      ...toolMissing,
      isBeforeAsking: true,
    });
  });
});

describe.each(["missing", "constrained", "no-rights"] as const)(
  "PowerShell that is %s",
  (powershell) => {
    it("makes the comparison weaker, which is said, and changes no identity", async () => {
      await start();
      host.signIn("anna");
      const withWts = await refOf("anna");
      host.behaviour.powershell = powershell;
      source = windowsProvider.open("ts01/windows", {}, transport);
      expect(await refOf("anna")).toEqual(withWts);
      expect(source.limits?.()).toEqual(weakCompare);
      expect(await source.act([withWts], "reset", inTime())).toEqual([{ status: "asked" }]);
      expect(host.sessions.map(({ user }) => user)).not.toContain("anna");
    });

    it("is not started again at every look", async () => {
      await start({ powershell });
      await source.list(inTime());
      const before = host.commands().length;
      await source.list(inTime());
      expect(host.commands()).toHaveLength(before + 1);
    });

    it("leaves messages to msg, in the code page of the server", async () => {
      await start({ powershell, language: "german" });
      host.signIn("anna");
      const ref = await refOf("anna");
      expect(await show("Grüße\nbis 5", ref)).toEqual([{ status: "asked" }]);
      expect(host.messages).toMatchObject([{ user: "anna", text: "Grüße\r\nbis 5" }]);
      expect(await show("日本", ref)).toEqual([
        {
          status: "refused",
          reason: reason("lettersMissing", { codePage: 850 }),
        },
      ]);
      expect(host.messages).toHaveLength(1);
    });
  },
);

it("a PowerShell that never answers holds the first look up for 2 s, and no other", async () => {
  await start({ powershell: "slow" });
  host.signIn("anna");
  const beganAtMs = performance.now();
  await refOf("anna");
  expect(performance.now() - beganAtMs).toBeLessThan(3_000);
  await expect(source.list(AbortSignal.timeout(1_000))).resolves.toHaveLength(5);
});

it("with wts off, PowerShell is never started, and the comparison said to be weaker", async () => {
  await start();
  source = windowsProvider.open("ts01/windows", { wts: "off" }, transport);
  host.signIn("anna");
  const ref = await refOf("anna");
  expect(await source.act([ref], "logOff", inTime())).toEqual([{ status: "asked" }]);
  expect(source.limits?.()).toEqual(weakCompare);
  expect(host.commands().join()).not.toContain("powershell");
});

it("says that the comparison is weaker for as long as WTS has told nothing", async () => {
  await start();
  source = windowsProvider.open(
    "ts01/windows",
    {},
    {
      ...transport,
      async run(command, signal, input) {
        if (command !== wtsListCommands.cmd) return transport.run(command, signal, input);
        throw new SourceError("unreadable", quoted("the answer has no exit code"));
      },
    },
  );
  host.signIn("anna");
  const ref = await refOf("anna");
  expect(source.limits?.()).toEqual(weakCompare);
  expect(await source.act([ref], "logOff", inTime())).toEqual([{ status: "asked" }]);
});
