import { expect, it } from "vitest";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeSessionSource, type SourceUnderTest } from "@/tests/contract/session-source";
import { describeWith } from "@/tests/support/describe-with";
import { startRealSshd } from "@/tests/support/real-sshd";
import { startWindowsHost, type WindowsHostOptions } from "@/tests/support/windows-host";
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

const places: readonly (readonly [string, WindowsHostOptions, readonly [string, string]])[] = [
  ["Windows in English, cmd", {}, ["anna", "Bruno Berg"]],
  [
    "Windows in English, PowerShell, wide tables",
    { shell: "powershell", isWide: true },
    ["anna", "1234567"],
  ],
  ["Windows in Spanish, code page 850", { language: "spanish" }, ["Muñoz", "josé.pérez"]],
  [
    "Windows in Russian, code page 866, PowerShell",
    { language: "russian", shell: "powershell" },
    ["Администратор", "user1"],
  ],
  [
    "Windows in Chinese, code page 936, wide tables",
    { language: "chinese", isWide: true },
    ["李雷", "testuser"],
  ],
  ["Windows in Japanese, code page 932", { language: "japanese" }, ["山田 太郎", "user1"]],
  [
    "Windows in Russian that prints UTF-8",
    { language: "russian", codePage: 65_001 },
    ["Администратор", "user1"],
  ],
];

for (const [title, options, users] of places) {
  describeSessionSource(title, () => startHost(options), users);
}

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
