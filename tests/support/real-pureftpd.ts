import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type RealFtpd, startDaemon } from "./ftp-daemon";
import {
  type FtpdOptions,
  type FtpdSite,
  prepareSite,
  sitePassword,
  slowBytesPerSecond,
} from "./ftp-site";
import { requireProgram } from "./programs";

const run = promisify(execFile);

/**
 * A real Pure-FTPd on a free loopback port, with the users given and `slow`. `pure-ftpwho` lists the
 * sessions of all that run on the machine, for they share the folder /run/pure-ftpd.
 */
export async function startRealPureftpd(
  users: readonly string[],
  options: FtpdOptions = {},
): Promise<RealFtpd> {
  const site = await prepareSite("pure-ftpd", users, options);
  const pureDb = join(site.folder, "users.pdb");
  await writeUsers([...users, "slow"], site, pureDb);
  const settings = [
    ["-S", `${site.host},${site.port}`, "-l", `puredb:${pureDb}`, "-g", join(site.folder, "pid")],
    ["--chrooteveryone", "--dontresolve", "-c", "500", "-C", "500", "-f", "none"],
    options.anonymous ? [] : ["--noanonymous"],
    options.tls ? ["--tls", "1", "--certfile", site.certificate] : [],
  ];
  // A session whose helper ends first cannot remove its state file.
  const stateFile = (pid: number) => `/run/pure-ftpd/client-${String(pid).padStart(8, "0")}`;
  return startDaemon(site, settings.flat(), (pids) => pids.map(stateFile));
}

/** Not by `pure-pw useradd`, whose hash costs seconds at every login. */
async function writeUsers(users: readonly string[], site: FtpdSite, pureDb: string) {
  const { stdout } = await run("openssl", ["passwd", "-6", sitePassword]);
  const lines = users.map((user) => {
    const rate = user === "slow" ? slowBytesPerSecond : "";
    const account = [user, stdout.trim(), 65534, 65534, "", site.home(user), rate, rate];
    return `${account.join(":")}${":".repeat(12)}\n`;
  });
  const passwd = join(site.folder, "users.passwd");
  await writeFile(passwd, lines.join(""), { mode: 0o600 });
  await run(requireProgram("pure-pw"), ["mkdb", pureDb, "-f", passwd]);
}
