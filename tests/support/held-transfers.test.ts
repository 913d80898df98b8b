import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "basic-ftp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { describeWith } from "./describe-with";
import {
  type Held,
  holdDownload,
  holdListing,
  holdUpload,
  isConnected,
  leaveWithoutData,
  openWithoutLogin,
  sendRaw,
} from "./held-transfers";
import { childrenOf, sendSignal } from "./processes";
import { bigFile, type RealProftpd, startRealProftpd } from "./real-proftpd";
import { waitFor } from "./wait-for";

const runProgram = promisify(execFile);
const connectionSchema = z.object({
  pid: z.number(),
  user: z.string().optional(),
  authenticating: z.boolean().optional(),
  command: z.string().optional(),
  command_args: z.string().optional(),
});
const answerSchema = z.object({ connections: z.array(connectionSchema) });
type Connection = z.infer<typeof connectionSchema>;

describeWith("proftpd", "what a test holds in a state", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna"], { tls: true });
  });
  afterAll(() => daemon.stop());

  async function listed(): Promise<readonly Connection[]> {
    const { stdout } = await runProgram("ftpwho", ["-o", "json", "-f", daemon.scoreboard]);
    return answerSchema.parse(JSON.parse(stdout)).connections;
  }

  /** Ends the one session there is, from the server's side. */
  async function endOn(held: Held) {
    expect(held.isAlive()).toBe(true);
    const [connection] = await listed();
    sendSignal(connection?.pid ?? 0, "SIGTERM");
    await waitFor(() => !held.isAlive());
    await waitFor(async () => (await listed()).length === 0);
    held.close();
  }

  const seen = (command: string) =>
    waitFor(async () => (await listed()).find((connection) => connection.command === command));

  it.each([
    ["FTP", () => daemon.logIn("anna")],
    ["TLS", () => daemon.logInTls("anna")],
  ])("is a download over %s that takes as much as it is told", async (_how, logIn) => {
    const client = await logIn();
    const startedAt = performance.now();
    const held = await holdDownload(client, bigFile, { bytesPerSecond: 200_000 });
    await waitFor(() => held.bytes() > 100_000);
    expect(performance.now() - startedAt).toBeGreaterThan(450);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect((await seen("RETR")).command_args).toBe(bigFile);
    expect(await isConnected(client)).toBe(true);
    await endOn(held);
    expect(await isConnected(client)).toBe(false);
  });

  it("is a download that takes nothing, from the middle of the file", async () => {
    const held = await holdDownload(await daemon.logIn("anna"), bigFile, { offset: 25_000_000 });
    expect((await seen("RETR")).command_args).toBe(bigFile);
    expect(held.bytes()).toBe(0);
    await endOn(held);
  });

  it.each([
    ["FTP", () => daemon.logIn("anna")],
    ["TLS", () => daemon.logInTls("anna")],
  ])("is an upload over %s that gives as much as it is told", async (how, logIn) => {
    const name = `up-${how}.bin`;
    const held = await holdUpload(await logIn(), name, { bytesPerSecond: 200_000 });
    await waitFor(() => held.bytes() > 100_000);
    expect((await seen("STOR")).command_args).toBe(name);
    await waitFor(async () => (await stat(join(daemon.home("anna"), name))).size > 100_000);
    await endOn(held);
  });

  it("is a connection without a login, before and after the user's name", async () => {
    const held = await openWithoutLogin(daemon);
    expect(await listed()).toMatchObject([{ authenticating: true }]);
    await endOn(held);
    await endOn(await openWithoutLogin(daemon, "anna"));
  });

  it("is a listing that waits for its data connection", async () => {
    const client = await daemon.logIn("anna");
    const held = await holdListing(client);
    await seen("LIST");
    expect(await isConnected(client)).toBe(true);
    await endOn(held);
  });

  it("is a session whose client has left", async () => {
    const held = await leaveWithoutData(await daemon.logIn("anna"), bigFile);
    await seen("RETR");
    const port = daemon.port.toString(16).toUpperCase().padStart(4, "0");
    const closeWait = new RegExp(`:${port} [0-9A-F]{8}:[0-9A-F]{4} 08 `);
    await waitFor(async () => closeWait.test(await readFile("/proc/net/tcp", "utf8")));
    await endOn(held);
  });

  it("is a transfer whose name is no text", async () => {
    const name = Buffer.from([0xe9, 0x22, 0x0a, 0x1f, 0x2e]);
    const client: Client = await daemon.logIn("anna");
    const held = await holdUpload(client, name, { bytesPerSecond: 100_000 });
    await waitFor(() => held.bytes() > 1000);
    const path = Buffer.concat([Buffer.from(`${daemon.home("anna")}/`), name]);
    expect((await stat(path)).isFile()).toBe(true);
    held.close();
    // ftpwho itself aborts on such a name, so it is asked once the process has ended.
    await waitFor(async () => (await childrenOf(daemon.processId)).length === 0);
    await waitFor(async () => (await listed()).length === 0);
  });

  it("follows a command of raw bytes, whose reply is given", async () => {
    const client = await daemon.logIn("anna");
    const made = await sendRaw(client, Buffer.concat([Buffer.from("MKD "), Buffer.from([0xe9])]));
    expect(made.code).toBe(257);
    await expect(sendRaw(client, Buffer.from("RETR \u00ff"))).rejects.toThrow("550");
    expect(await isConnected(client)).toBe(true);
    client.close();
  });
});
