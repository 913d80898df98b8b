import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ssh2, { type SFTPWrapper } from "ssh2";
import { expect, it } from "vitest";
import { createLocalTransport } from "@/lib/transports/local";
import { listOf, users } from "@/tests/contract/linux-logins";
import { describeSessionSource, type SourceUnderTest } from "@/tests/contract/session-source";
import { describeWith } from "@/tests/support/describe-with";
import { freePort } from "@/tests/support/free-port";
import { makeKey } from "@/tests/support/ssh-keys";
import { sshdSettings, startSshd } from "@/tests/support/sshd-process";
import { opensshSftpProvider } from "./provider";

describeWith(["root", "sshd"], "OpenSSH", () => {
  describeSessionSource("openssh-sftp", startRealSftp, users);

  it("tells who came from where, when and how", async () => {
    const { source, signIn, stop } = await startRealSftp();
    const guest = await signIn(users[0]);
    const [session] = await listOf(source, users[0]);
    expect(session).toMatchObject({ remoteAddress: "127.0.0.1", protocol: "sftp" });
    expect(Math.abs((session?.startedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
    await guest.leave();
    await stop();
  });
});

async function startRealSftp(): Promise<SourceUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-sftp-"));
  await chmod(folder, 0o755);
  await makeKey(join(folder, "host-key"));
  const privateKey = await readFile(await makeKey(join(folder, "user-key")), "utf8");
  const port = await freePort();
  const subsystem = "Subsystem sftp /usr/lib/openssh/sftp-server";
  const settings = [...sshdSettings(folder, port), "ListenAddress 127.0.0.1", subsystem, ""];
  await writeFile(join(folder, "sshd_config"), settings.join("\n"));
  const sshd = await startSshd(join(folder, "sshd_config"));
  const transport = createLocalTransport();

  return {
    source: opensshSftpProvider.open("this-server/openssh-sftp", {}, transport),
    ending: "remove",
    signIn: (username) => openSftp({ host: "127.0.0.1", port, username, privateKey }),
    breakDown: () => transport.close(),
    async stop() {
      await transport.close();
      await sshd.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openSftp(address: ssh2.ConnectConfig) {
  const client = new ssh2.Client();
  client.connect(address);
  await once(client, "ready");
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
    client.sftp((error, opened) => (error ? reject(error) : resolve(opened)));
  });
  let isOpen = true;
  sftp.on("close", () => {
    isOpen = false;
  });
  return {
    isConnected: async () => isOpen,
    async leave() {
      client.end();
      await once(client, "close");
    },
  };
}
