import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "basic-ftp";
import { startWindowsHost, type WindowsHostOptions } from "@/demo/windows-host";
import type { PanelSessionRows } from "@/lib/providers/panel/open-panel-source";
import { createProviders } from "@/lib/providers/registry";
import type { SessionSource } from "@/lib/sessions/session-source";
import { holdDownload } from "./held-transfers";
import { sendSignal } from "./processes";
import { type Program, requireProgram } from "./programs";
import { startRealProftpd } from "./real-proftpd";
import { startRealPureftpd } from "./real-pureftpd";
import { startRealVsftpd } from "./real-vsftpd";
import { startRecordingSshd } from "./recording-sshd";
import { reachWindowsHost } from "./windows-host-transport";

/** A server where everything that can have a name has one of those given. */
export interface HostileSite {
  readonly source: SessionSource;
  /** Every command line that it was sent. */
  lines(): readonly string[];
  stop(): Promise<void>;
}

export type OpenHostileSite = (names: readonly string[]) => Promise<HostileSite>;

interface HostileSites {
  readonly needs: readonly Program[];
  /** One, or more where the provider speaks in several ways. */
  readonly ways: readonly OpenHostileSite[];
}

/** For each provider of the registry. */
export const hostileSites: Readonly<Record<string, HostileSites>> = {
  panel: { needs: [], ways: [openPanel] },
  proftpd: { needs: ["proftpd"], ways: [openProftpd] },
  pureftpd: { needs: ["pure-ftpd"], ways: [openPureftpd] },
  vsftpd: { needs: ["vsftpd"], ways: [openVsftpd] },
  windows: {
    needs: [],
    ways: (["cmd", "powershell", "sh"] as const).flatMap((shell) =>
      (["full", "missing"] as const).map(
        (powershell): OpenHostileSite =>
          (names) =>
            openWindows({ shell, powershell }, names),
      ),
    ),
  },
  "linux-logins": { needs: [], ways: [openLinuxLogins] },
};

export const providerNames = createProviders(toPanelRows([])).map(({ name }) => name);

function toPanelRows(names: readonly string[]): PanelSessionRows {
  const startedAt = new Date(0);
  return {
    listSignedIn: async () =>
      names.map((login, index) => ({
        id: `row-${index}`,
        login,
        role: "server-administrator",
        address: "127.0.0.1",
        peerAddress: null,
        userAgent: login,
        startedAt,
        lastActiveAt: startedAt,
      })),
    isSignedIn: async () => true,
    remove: async () => true,
  };
}

async function openRecorded(
  provider: string,
  settings: unknown,
  rows: PanelSessionRows = toPanelRows([]),
  pathPrefix?: string,
) {
  const sshd = await startRecordingSshd(pathPrefix);
  const found = createProviders(rows).find(({ name }) => name === provider);
  if (!found) throw new Error(`there is no provider ${provider}`);
  return {
    source: found.open(`here/${provider}`, settings, sshd.transport),
    lines: sshd.lines,
    stop: () => sshd.stop(),
  };
}

function openPanel(names: readonly string[]): Promise<HostileSite> {
  return openRecorded("panel", {}, toPanelRows(names));
}

interface Ftpd {
  home(user: string): string;
  logIn(user: string): Promise<Client>;
  stop(): Promise<void>;
}

async function openProftpd(names: readonly string[]): Promise<HostileSite> {
  const daemon = await startRealProftpd(names);
  return openFtp(daemon, names, await openRecorded("proftpd", { scoreboard: daemon.scoreboard }));
}

async function openPureftpd(names: readonly string[]): Promise<HostileSite> {
  return openFtp(
    await startRealPureftpd(names),
    names,
    await openRecorded("pureftpd", { ftpwho: requireProgram("pure-ftpwho") }),
  );
}

async function openVsftpd(names: readonly string[]): Promise<HostileSite> {
  return openFtp(await startRealVsftpd(names), names, await openRecorded("vsftpd", {}));
}

/** Everybody is signed in and downloads a file of their own name. */
async function openFtp(
  daemon: Ftpd,
  names: readonly string[],
  recorded: HostileSite,
): Promise<HostileSite> {
  const clients: Client[] = [];
  const stop = async () => {
    for (const client of clients) client.close();
    try {
      await recorded.stop();
    } finally {
      await daemon.stop();
    }
  };
  try {
    for (const name of names) {
      // Pure-FTPd takes no backslash in the name of a file.
      const file = name.replaceAll("\\", "&");
      await writeFile(join(daemon.home(name), file), Buffer.alloc(20_000_000));
      const client = await daemon.logIn(name);
      clients.push(client);
      await holdDownload(client, file, { bytesPerSecond: 10_000 });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...recorded, stop };
}

async function openWindows(
  options: WindowsHostOptions,
  names: readonly string[],
): Promise<HostileSite> {
  const host = await startWindowsHost(options);
  for (const name of names) host.signIn(name, { name, domain: name, client: name });
  const transport = reachWindowsHost(host);
  const windows = createProviders(toPanelRows([])).find(({ name }) => name === "windows");
  if (!windows) throw new Error("there is no provider windows");
  return {
    source: windows.open("here/windows", {}, transport),
    lines: host.commands,
    async stop() {
      await transport.close();
      await host.stop();
    },
  };
}

/** Processes that do nothing, of which a loginctl of the test says that they lead logins. */
async function openLinuxLogins(names: readonly string[]): Promise<HostileSite> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-logins-"));
  const leaders = names.map(
    () => spawn("sleep", ["600"], { detached: true, stdio: "ignore" }).pid ?? 0,
  );
  const uid = process.getuid?.() ?? 0;
  const blocks = names.map((name, index) =>
    [
      ...[`Id=h${index}`, `Name=${name}`, `User=${uid}`, `Leader=${leaders[index]}`],
      ...[`TTY=${name}`, `RemoteHost=${name}`, "Class=user", `State=${name}`, `Display=${name}`],
      ...["IdleHint=no", "IdleSinceHint=0", "Timestamp=Tue 2026-11-24 02:20:11 UTC", ""],
    ].join("\n"),
  );
  await writeFile(join(folder, "list"), names.map((name, at) => `h${at} ${name}\n`).join(""));
  await writeFile(join(folder, "sessions"), blocks.join("\n"));
  const script = `#!/bin/sh
case $1 in list-sessions) exec cat ${folder}/list ;; show-session) exec cat ${folder}/sessions ;; esac
`;
  await writeFile(join(folder, "loginctl"), script);
  await chmod(join(folder, "loginctl"), 0o755);
  const recorded = await openRecorded("linux-logins", {}, toPanelRows([]), `${folder}:`);
  return {
    ...recorded,
    async stop() {
      for (const pid of leaders) sendSignal(pid, "SIGKILL");
      await recorded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
