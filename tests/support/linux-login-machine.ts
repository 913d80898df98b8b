import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import type { LoginAddress } from "./linux-login";
import { endingWithUs } from "./processes";
import { requireProgram } from "./programs";
import { makeKey, readFingerprint } from "./ssh-keys";
import { sshdSettings } from "./sshd-process";
import { waitFor } from "./wait-for";

export interface LinuxLoginMachine extends LoginAddress {
  readonly fingerprint: string;
  /** Ends it with all that runs in it. */
  stop(): Promise<void>;
}

/**
 * A machine of its own in namespaces of this one, on its programs and accounts, read-only: a real
 * systemd as first process, with a real logind and an sshd with PAM. Root only.
 */
export async function startLinuxLoginMachine(): Promise<LinuxLoginMachine> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-machine-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const hostKey = await makeKey(join(folder, "host-key"));
  const userKey = await makeKey(join(folder, "user-key"));
  await writeFile(join(folder, "sshd_config"), toConfig(folder, port));
  await writeFile(join(folder, "rollcall.target"), target);
  await writeFile(join(folder, "rollcall-sshd.service"), toService(folder));
  await writeFile(join(folder, "boot"), boot);
  const namespaces = ["--pid", "--mount", "--uts", "--ipc", "--cgroup"];
  const command = ["sh", join(folder, "boot"), folder];
  const settings = [...namespaces, "--fork", "--kill-child", ...command];
  const first = spawn(...endingWithUs("unshare", settings), {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  first.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const stop = async () => {
    if (first.exitCode === null && first.kill("SIGKILL")) await once(first, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitFor(() => first.exitCode !== null || isListening(port), 20_000);
    if (first.exitCode !== null) throw new Error(`the machine did not start: ${said}`);
  } catch (cause) {
    await stop();
    throw new Error(`the machine did not start: ${said}`, { cause });
  }
  return {
    host: "127.0.0.1",
    port,
    privateKey: await readFile(userKey, "utf8"),
    fingerprint: await readFingerprint(hostKey),
    stop,
  };
}

/** Nothing of this machine can be changed from in there: no file, no device, no setting of the kernel. */
const boot = `set -e
mount --make-rprivate /
mount -t tmpfs -o mode=755 devices /mnt
for device in null zero full random urandom tty; do
  touch /mnt/$device
  mount --bind /dev/$device /mnt/$device
done
mkdir /mnt/pts /mnt/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts /mnt/pts
ln -s pts/ptmx /mnt/ptmx
mount --move /mnt /dev
mount -t proc proc /proc
mount --bind /proc/sys /proc/sys
mount -o remount,bind,ro /proc/sys
mount -t tmpfs -o mode=755 run /run
mount -t tmpfs state /var/lib/systemd
umount -R /sys/fs/cgroup
mount -t tmpfs cgroup /sys/fs/cgroup
mkdir /sys/fs/cgroup/systemd /sys/fs/cgroup/unified
mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
mount -t cgroup2 cgroup2 /sys/fs/cgroup/unified
mount -o remount,bind,ro /sys
mkdir -p /run/lock /run/sshd /run/systemd/system
: >/run/utmp
cp "$1"/*.service "$1"/*.target /run/systemd/system/
mount -o remount,bind,ro /
export container=rollcall
exec /lib/systemd/systemd --system --unit=rollcall.target --log-target=console --show-status=false
`;

const target = `[Unit]
DefaultDependencies=no
Requires=dbus.service systemd-logind.service systemd-user-sessions.service rollcall-sshd.service
`;

function toService(folder: string): string {
  return `[Unit]
DefaultDependencies=no
After=dbus.service systemd-logind.service systemd-user-sessions.service
[Service]
ExecStart=${requireProgram("sshd")} -D -e -f ${folder}/sshd_config
`;
}

function toConfig(folder: string, port: number): string {
  const settings = [...sshdSettings(folder, port), "ListenAddress 127.0.0.1", "UsePAM yes", ""];
  return settings.join("\n");
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.on("connect", () => answer(true));
    socket.on("error", () => answer(false));
  });
}
