import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { z } from "zod";
import type { FtpSession } from "@/lib/sessions/session";
import type { Transport } from "@/lib/sessions/transport";
import { vsftpdProvider } from "./provider";

const capture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");

it("tells of each captured session what its client did", async () => {
  const sessions = await listCaptured("mix");
  const found = sessions.map(({ user, status, fileName, remoteAddress }) => {
    return [remoteAddress, user, status, fileName];
  });
  expect(found.toSorted()).toEqual(readTruth().toSorted());
});

it("gives the full path and a progress wherever a captured download has come so far", async () => {
  const downloads = (await listCaptured("mix")).filter(({ status }) => status === "downloading");
  const found = downloads.map(({ bytesTransferred, progressPercent, filePath }) => [
    filePath?.split("/").at(-1),
    bytesTransferred !== null,
    progressPercent !== null,
  ]);
  // The client of one opened no data connection. One resumed: it could have begun in two places.
  expect(found.filter(([, isCounted]) => !isCounted)).toHaveLength(1);
  expect(found.filter(([, isCounted, hasProgress]) => isCounted && !hasProgress)).toHaveLength(1);
  expect(new Set(found.map(([name]) => name))).toEqual(new Set(["big.bin", "pub.bin", "mid.bin"]));
});

it("lists nobody where only listeners run", async () => {
  expect(await listCaptured("empty")).toEqual([]);
});

it("measures speed and progress between two looks, also where vsftpd itself counts nothing", async () => {
  const sessions = await listCaptured("earlier", "later");
  const found = sessions.map(({ user, command, protocol, bytesPerSecond, progressPercent }) => {
    const progress = progressPercent?.toFixed(2) ?? null;
    return [user, command, protocol, bytesPerSecond, progress];
  });
  // Of the two by sendfile, at the pace of their clients, one resumed; the client by TLS reads nothing.
  expect(found.toSorted()).toEqual([
    ["rcl_beta", null, "ftp", null, null],
    ["rcl_beta", "RETR", "ftp", 12_585, null],
    ["rcl_beta", "RETR", "ftp", 12_585, "0.18"],
    ["rcl_beta", "RETR", "ftps", 0, "0.82"],
    ["rcl_beta", "STOR", "ftp", 19_553, null],
    ["rcl_slow", "RETR", "ftp", 12_204, "0.48"],
  ]);
});

async function listCaptured(...names: readonly string[]): Promise<readonly FtpSession[]> {
  const answers = names.map(toAnswer);
  const transport: Transport = {
    run: async () => ({
      stdout: answers.shift() ?? new Uint8Array(),
      stderr: new Uint8Array(),
      exitCode: 0,
    }),
    close: async () => undefined,
  };
  const source = vsftpdProvider.open("there/vsftpd", {}, transport);
  let sessions: readonly FtpSession[] = [];
  vi.useFakeTimers({ toFake: ["performance"] });
  for (const _ of names) {
    const listed = await source.list(AbortSignal.timeout(1000));
    sessions = listed.filter((session) => session.kind === "ftp");
    vi.advanceTimersByTime(secondsBetweenCaptures * 1000);
  }
  vi.useRealTimers();
  return sessions;
}

const secondsBetweenCaptures = 5;

/** Seconds from the server's boot to each capture. */
const uptimes: Readonly<Record<string, string>> = {
  empty: "4375.91",
  mix: "4398.05",
  earlier: "4404.21",
  later: "4409.58",
};

/** What the look would have brought back at the moment of the capture. */
function toAnswer(name: string): Uint8Array {
  const folders = capture(`${name}-proc.txt`);
  const starts = new Map(
    [...folders.matchAll(/^(\d+)\tstarttime=(\d+)/gm)].map(([, pid, start]) => [pid, start]),
  );
  const processes = capture(`${name}-ps.txt`).matchAll(
    /^ *(\d+) +(\d+) +(\d+) +\d+ +(\d+).*(?:\d\d:){2}\d\d \d{4} +\d+ (.*)$/gm,
  );
  const lines = [...processes].flatMap(([, pid, parent, group, uid, title]) => [
    `/proc/${pid}/stat:${pid} (vsftpd) S ${parent} ${group}${" 0".repeat(16)} ${starts.get(pid)} 0`,
    `/proc/${pid}/status:Uid:\t${uid}\t${uid}\t${uid}\t${uid}`,
    `/proc/${pid}/cmdline:${title}`,
  ]);
  const uptime = Number(uptimes[name]);
  const clock = [
    `rollcall-uptime ${Math.round(uptime * 100)}`,
    `rollcall-now ${1_795_454_917 + uptime}`,
  ];
  const text = [...clock, ...lines, "rollcall-sockets", capture(`${name}-ss.txt`)].join("\n");
  const records = toRecords(folders);
  return Buffer.from(`${text}\nrollcall-records\n${records}\0rollcall-records-end\0\n`);
}

function toRecords(folders: string): string {
  let pid = "";
  return folders.replace(/^(.*)\n/gm, (line) => {
    const [, owner, cwd, root] = /^(\d+)\t.*?\tcwd=(.*)\troot=(.*)\n/.exec(line) ?? [];
    if (owner !== undefined) {
      pid = owner;
      return `l/proc/${pid}/cwd\t${cwd}\0l/proc/${pid}/root\t${root}\0`;
    }
    const [, fd, path, position, flags, size] =
      /^\tfd (\d+) -> (.*) pos=(\d+) flags=(\d+) size=(\d+)\n/.exec(line) ?? [];
    const file = `/proc/${pid}/fd/${fd}`;
    const isFolder = (Number.parseInt(flags ?? "", 8) & 0o200000) !== 0;
    return [
      `l${file}\t${path}`,
      ...(isFolder ? [] : [`s${file}\t${size}`]),
      `p\n/proc/${pid}/fdinfo/${fd}:pos:\t${position}\n`,
      "",
    ].join("\0");
  });
}

const truthSchema = z.object({
  event: z.string(),
  state: z.string(),
  user: z.string().nullable(),
  client: z.string(),
  expect: z.object({ status: z.string(), file: z.string().optional() }),
});

/** What the clients wrote of themselves, in the words of the list. */
function readTruth() {
  const lines = capture("mix-sessions.jsonl").trim().split("\n");
  return lines.flatMap((line) => {
    const record: unknown = JSON.parse(line);
    const ready = truthSchema.safeParse(record);
    if (!ready.success || ready.data.event !== "ready") return [];
    const { client, user, expect: seen } = ready.data;
    const isConnecting = seen.status === "connected";
    const login = user === "anonymous" ? "ftp" : user;
    // STOU names no file: the server chose this one.
    const file = seen.file === "" ? "STOU.1" : seen.file;
    return [
      [
        client,
        isConnecting ? null : login,
        isConnecting ? "connecting" : seen.status,
        file ?? null,
      ],
    ];
  });
}
