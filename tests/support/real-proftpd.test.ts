import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { describeWith } from "./describe-with";
import { isConnected } from "./held-transfers";
import { sendSignal } from "./processes";
import { bigFile, type RealProftpd, startRealProftpd } from "./real-proftpd";
import { waitFor } from "./wait-for";

const runProgram = promisify(execFile);
const answerSchema = z.object({
  server: z.object({ server_type: z.string(), pid: z.number().optional() }),
  connections: z.array(
    z.object({ pid: z.number(), user: z.string().optional(), protocol: z.string() }),
  ),
});

describeWith("proftpd", "a real ProFTPD", () => {
  let daemon: RealProftpd;
  afterEach(() => daemon.stop());

  async function ask() {
    const { stdout } = await runProgram("ftpwho", ["-o", "json", "-f", daemon.scoreboard]);
    return answerSchema.parse(JSON.parse(stdout));
  }

  it("has nobody connected at first, and then who logs in", async () => {
    daemon = await startRealProftpd(["anna"]);
    expect((await ask()).connections).toEqual([]);
    const anna = await daemon.logIn("anna");
    const { server, connections } = await ask();
    expect(server).toEqual({ server_type: "standalone", pid: daemon.processId });
    expect(connections).toMatchObject([{ user: "anna", protocol: "ftp" }]);
    expect(await anna.size(bigFile)).toBe((await stat(`${daemon.home("anna")}/${bigFile}`)).size);
    expect(await anna.pwd()).toBe("/");
  });

  it("lets users in over TLS and SFTP", async () => {
    daemon = await startRealProftpd(["anna", "bruno"], { tls: true, sftp: true });
    const anna = await daemon.logInTls("anna");
    const names = (await anna.list()).map(({ name }) => name);
    expect(names).toEqual([bigFile]);
    const bruno = await daemon.logInSftp("bruno");
    const { connections } = await ask();
    expect(connections).toMatchObject([
      { user: "anna", protocol: "ftps" },
      { user: "bruno", protocol: "sftp" },
    ]);
    sendSignal(connections[1]?.pid ?? 0, "SIGTERM");
    await waitFor(() => !bruno.isAlive());
  });

  it("under inetd has sessions and no daemon", async () => {
    daemon = await startRealProftpd(["anna"], { inetd: true, tls: true, sftp: true });
    const clients = [await daemon.logIn("anna"), await daemon.logInTls("anna")];
    const sftp = await daemon.logInSftp("anna");
    const { server, connections } = await ask();
    expect(server).toEqual({ server_type: "inetd" });
    expect(connections.map(({ protocol }) => protocol)).toEqual(["ftp", "ftps", "sftp"]);
    expect(() => daemon.processId).toThrow("no ProFTPD daemon");

    sendSignal(connections[0]?.pid ?? 0, "SIGTERM");
    await waitFor(() => clients[0]?.closed);
    expect(await Promise.all(clients.map(isConnected))).toEqual([false, true]);
    await daemon.stop();
    await waitFor(() => clients[1]?.closed && !sftp.isAlive());
  });

  it("names its virtual host and its scoreboard as it is told, and shows users the whole path", async () => {
    const options = { virtualHost: "alpha.example", scoreboard: "run/who", chrooted: false };
    daemon = await startRealProftpd(["anna"], { ...options, anonymous: true, ownUids: true });
    const anna = await daemon.logIn("anna");
    const ftp = await daemon.logIn("anonymous");
    expect(await anna.pwd()).toBe(daemon.home("anna"));
    expect((await ftp.list()).map(({ name }) => name)).toEqual([bigFile]);
    expect(basename(daemon.scoreboard)).toBe("who");
    expect((await ask()).connections).toMatchObject([{ user: "anna" }, { user: "ftp" }]);
    const { stdout } = await runProgram("ftpwho", ["-v", "-f", daemon.scoreboard]);
    expect(stdout).toContain("(alpha.example)");
    const [connection] = (await ask()).connections;
    expect((await stat(`/proc/${connection?.pid}`)).uid).toBe(20_001);
  });

  it("keeps its sessions over a reload and a kill, and ends them when it stops", async () => {
    daemon = await startRealProftpd(["anna"]);
    const anna = await daemon.logIn("anna");
    const { processId } = daemon;
    daemon.reload();
    expect(await isConnected(await daemon.logIn("anna"))).toBe(true);
    await daemon.kill();
    expect(sendSignal(processId, 0)).toBe(false);
    expect(await isConnected(anna)).toBe(true);
    expect((await ask()).server.pid).toBe(processId);

    await daemon.restart();
    expect(daemon.processId).not.toBe(processId);
    const later = await daemon.logIn("anna");
    expect(await Promise.all([anna, later].map(isConnected))).toEqual([true, true]);
    await daemon.restart();
    await waitFor(() => later.closed);
    expect(await isConnected(anna)).toBe(true);
    await daemon.stop();
    await waitFor(() => anna.closed);
  });
});
