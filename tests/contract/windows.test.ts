import { describe, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost, type WindowsHostOptions } from "@/demo/windows-host";
import { type HostLanguageName, hostLanguages } from "@/demo/windows-host-languages";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { actOnSessions } from "@/lib/sessions/act-on-sessions";
import type { Operator } from "@/lib/sessions/operator";
import { watchSource } from "@/lib/sessions/watched-source";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeSessionSource, type SourceUnderTest } from "@/tests/contract/session-source";
import { describeWith } from "@/tests/support/describe-with";
import { startRealSshd } from "@/tests/support/real-sshd";
import { makeWindowsStandIn } from "@/tests/support/windows-host-stand-in";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";

/** The same on a real sshd, whose account has a POSIX shell. */
async function startStandIn(): Promise<SourceUnderTest> {
  const standIn = await makeWindowsStandIn();
  const sshd = await startRealSshd({ pathPrefix: standIn.folder, env: { HOME: standIn.folder } });
  const transport = createSshTransport({
    host: sshd.host,
    port: sshd.port,
    user: sshd.user,
    credential: { privateKey: sshd.privateKey },
    trustedFingerprint: async () => sshd.fingerprint,
  });
  return {
    source: windowsProvider.open("ts02/windows", {}, transport),
    ending: "logOff",
    signIn: standIn.signIn,
    breakDown: () => sshd.stop(),
    async stop() {
      await transport.close();
      await sshd.stop();
      const hasEndedItself = await standIn.hasEndedItself();
      await standIn.remove();
      expect(hasEndedItself).toBe(false);
    },
  };
}

async function startHost(options: WindowsHostOptions): Promise<SourceUnderTest> {
  const host = await startWindowsHost(options);
  const transport = reachWindowsHost(host);
  return {
    source: windowsProvider.open("ts01/windows", {}, transport),
    ending: "logOff",
    async signIn(user) {
      const session = host.signIn(user);
      return {
        isConnected: async () => host.sessions.includes(session),
        async leave() {
          const at = host.sessions.indexOf(session);
          if (at >= 0) host.sessions.splice(at, 1);
        },
      };
    },
    breakDown: () => host.stop(),
    async stop() {
      await transport.close();
      await host.stop();
      expect(host.endedItself).toBe(false);
    },
  };
}

const usersOf: Readonly<Record<HostLanguageName, readonly [string, string]>> = {
  english: ["anna", "Bruno Berg"],
  german: ["Jürgen Groß", "anna"],
  french: ["françois", "Noël  Été"],
  spanish: ["Muñoz", "josé.pérez"],
  italian: ["Niccolò", "1234567"],
  portuguese: ["João", "%PATH%"],
  russian: ["Администратор", "user1"],
  chinese: ["李雷", "testuser"],
  japanese: ["山田 太郎", "user1"],
  korean: ["김철수", "a&calc"],
};

for (const language of Object.keys(hostLanguages).filter(isLanguageName)) {
  for (const isWide of [false, true]) {
    for (const shell of ["cmd", "powershell", "sh"] as const) {
      for (const powershell of ["full", "missing"] as const) {
        const width = isWide ? "wide" : "usual";
        describeSessionSource(
          `Windows in ${language}, ${width} tables, ${shell}, PowerShell ${powershell}`,
          () => startHost({ language, isWide, shell, powershell }),
          usersOf[language],
        );
      }
    }
  }
}

describeSessionSource(
  "Windows in Russian that prints UTF-8",
  () => startHost({ language: "russian", codePage: 65_001 }),
  usersOf.russian,
);

function isLanguageName(name: string): name is HostLanguageName {
  return name in hostLanguages;
}

describe("the core on a Windows server that takes its time", () => {
  const operator: Operator = {
    name: "root",
    sees: "everything",
    mayAct: true,
    address: null,
    panelSessionId: null,
  };

  /** Logs anna off, and waits for the end as long as is said. */
  async function logOff(settleMs: number, prepare: (host: WindowsHost, id: number) => void) {
    const host = await startWindowsHost();
    const transport = reachWindowsHost(host);
    const source = windowsProvider.open("ts01/windows", {}, transport);
    const label = { id: source.id, server: "ts01", provider: "windows", kind: "terminal" } as const;
    const bugs: unknown[] = [];
    const reportBug = (error: unknown) => bugs.push(error);
    const watched = watchSource(label, source, {
      timeoutMs: 5_000,
      now: () => new Date(),
      reportBug,
    });
    prepare(host, host.signIn("anna").id);
    const refs = (await source.list(AbortSignal.timeout(5_000))).flatMap(({ ref }) =>
      ref.user === "anna" ? [ref] : [],
    );
    const outcomes = await actOnSessions(
      [watched],
      { kind: "terminal", action: "logOff", refs },
      operator,
      { settleMs, askTimeoutMs: 5_000, reportBug },
    );
    await transport.close();
    await host.stop();
    expect(bugs).toEqual([]);
    return outcomes;
  }

  it.each([true, false])("sees a log-off through that takes 3 s, waited for: %s", async (waits) => {
    const outcomes = await logOff(15_000, ({ behaviour }) => {
      behaviour.logOffTakesMs = 3_000;
      behaviour.logOffWaits = waits;
    });
    expect(outcomes).toEqual([{ status: "done" }]);
  });

  it("does not say that one ended which is stuck", async () => {
    const outcomes = await logOff(500, ({ behaviour }, id) => behaviour.stuck.add(id));
    expect(outcomes).toEqual([{ status: "unconfirmed", failure: null }]);
  });
});

describeWith("sshd", "programs that stand in for those of Windows", () => {
  describeSessionSource("query, tsdiscon and logoff behind a real sshd", startStandIn, [
    "anna",
    "Bruno Berg",
  ]);

  it("disconnects one session and leaves it signed in", async () => {
    const place = await startStandIn();
    await place.signIn("anna");
    const inTime = () => AbortSignal.timeout(5_000);
    const refs = (await place.source.list(inTime())).map(({ ref }) => ref);
    const asked = await place.source.act(refs, "disconnect", inTime());
    expect(asked.map(({ status }) => status)).toEqual(["refused", "asked"]);
    expect(await place.source.list(inTime())).toMatchObject([
      { user: null, isService: true },
      { user: "anna", status: "disconnected", name: null },
    ]);
    await place.stop();
  });
});
