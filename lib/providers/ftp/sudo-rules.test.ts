import { chmod, constants, copyFile, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "basic-ftp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAsked } from "@/lib/providers/linux/parse-asked";
import { shPart, shScript } from "@/lib/sessions/command";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { createPlainAccount, narrowRule, type PlainAccount } from "@/tests/support/plain-account";
import { childrenOf, descendantsOf, sendSignal } from "@/tests/support/processes";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { startOf, stateOf } from "@/tests/support/run-helper";
import { waitFor } from "@/tests/support/wait-for";
import { detailsPart, splitAnswer } from "./details-part";
import { endSessions } from "./end-sessions";
import { limitsOf } from "./rights";

const helpers = ["rollcall-end", "rollcall-look"] as const;
const inTime = () => AbortSignal.timeout(10_000);

describeWith(["root", "sudo"], "an account that is not root", () => {
  let proftpd: RealProftpd;
  let account: PlainAccount;
  let sshd: RealSshd;
  let transport: Transport;

  beforeAll(async () => {
    proftpd = await startRealProftpd(["anna"]);
  });
  afterAll(() => proftpd.stop());

  function describeAccount(title: string, rule: (name: string) => string, body: () => void) {
    describe(title, () => {
      beforeAll(async () => {
        account = await createPlainAccount(rule);
        sshd = await startRealSshd({ account: account.name });
        const trustedFingerprint = async () => sshd.fingerprint;
        const credential = { privateKey: sshd.privateKey };
        transport = createSshTransport({ ...sshd, credential, trustedFingerprint });
      });
      afterAll(async () => {
        await transport.close();
        await sshd.stop();
        await account.remove();
      });
      body();
    });
  }

  async function logIn(): Promise<{ client: Client; pid: number }> {
    const before = await childrenOf(proftpd.processId);
    const client = await proftpd.logIn("anna");
    const after = await childrenOf(proftpd.processId);
    return { client, pid: after.find((pid) => !before.includes(pid)) ?? 0 };
  }

  async function end(pid: number, action: SessionAction = "remove", user = "anna") {
    const userBytes = Buffer.from(`proftpd: ${user} - `);
    const endings = [{ pid, startTicks: Number(await startOf(pid)), userBytes }];
    const command = endSessions(endings, { daemon: "proftpd", action, program: undefined });
    return parseAsked(await transport.run(command, inTime()), endings).get(pid);
  }

  async function look(pid: number) {
    const question = { depth: "rights", rights: { may: new Set<never>() } } as const;
    const part = detailsPart(question, shPart`(\\"proftpd\\",`);
    const command = shScript`pids=${pid}; echo\n${part}\necho; echo rollcall-end`;
    const found = splitAnswer((await transport.run(command, inTime())).stdout)?.details;
    if (!found?.rights) throw new Error("the answer holds no rights");
    const hasSockets = found.sockets !== undefined;
    const hasDetails = found.processes.size > 0;
    const seen = { rights: found.rights, hasSockets, hasDetails, signal: "signal" } as const;
    return { ...found, limits: limitsOf(seen).map(({ code, remedy }) => [code, remedy]) };
  }

  const isGone = (pid: number) => stateOf(pid).then((state) => state === undefined);
  const line = (program: string) => `${account.name} ALL=(root) NOPASSWD: ${program}`;

  describeAccount(
    "and has no rule",
    () => "",
    () => {
      it("is refused in sudo's words, and the session lives on", async () => {
        const { client, pid } = await logIn();
        expect(await end(pid)).toMatchObject({
          status: "refused",
          reason: { code: "needsSudoersLine" },
        });
        expect((await client.send("NOOP")).code).toBe(200);
        client.close();
      });

      it("is told each line that would let it see and do more", async () => {
        const { client, pid } = await logIn();
        const { rights, sockets, processes, limits } = await look(pid);
        expect([rights?.may.size, sockets, processes.size]).toEqual([0, undefined, 0]);
        expect(limits).toEqual([
          ["may-not-end", line("/usr/local/sbin/rollcall-end")],
          ["no-sockets", line("/usr/bin/ss -Htinp state established")],
          ["no-process-details", line("/usr/local/sbin/rollcall-look")],
        ]);
        client.close();
      });
    },
  );

  describeAccount(
    "and may do everything, but with a password only",
    (name) => `${name} ALL=(ALL) ALL\n${name} ALL=(root) NOPASSWD: /usr/bin/true\n`,
    () => {
      it("is told that it may do nothing as it is", async () => {
        const { client, pid } = await logIn();
        const { rights, sockets } = await look(pid);
        expect([rights?.may.size, sockets]).toEqual([0, undefined]);
        client.close();
      });
    },
  );

  describeAccount(
    "and has the narrow rule",
    (name) => narrowRule(name, "/usr/sbin/pure-ftpwho"),
    () => {
      it("ends a session, but not somebody else's, and not by force", async () => {
        const { client, pid } = await logIn();
        expect(await end(pid, "remove", "bruno")).toEqual({ status: "replaced" });
        expect(await end(pid, "forceRemove")).toMatchObject({ status: "refused" });
        expect((await client.send("NOOP")).code).toBe(200);
        expect(await end(pid)).toEqual({ status: "asked" });
        await waitFor(() => isGone(pid));
        client.close();
      });

      it("sees connections, and is told the line for folders and files", async () => {
        const { client, pid } = await logIn();
        const { rights, sockets, limits } = await look(pid);
        expect(rights?.may).toEqual(new Set(["signal", "signal-group", "sockets"]));
        expect(sockets?.get(pid)).toMatchObject([{ localPort: proftpd.port }]);
        expect(limits).toEqual([["no-process-details", line("/usr/local/sbin/rollcall-look")]]);
        client.close();
      });

      it("ends all processes of a vsftpd session", async () => {
        const vsftpd: RealFtpd = await startRealVsftpd(["anna"]);
        const client = await vsftpd.logIn("anna");
        const [parent = 0, worker = 0] = await descendantsOf(vsftpd.processId);
        const userBytes = Buffer.from("vsftpd: 127.0.0.1/anna: ");
        const endings = [{ pid: worker, startTicks: Number(await startOf(worker)), userBytes }];
        const options = { daemon: "vsftpd", action: "remove", program: undefined } as const;
        const answer = await transport.run(endSessions(endings, options), inTime());
        expect(parseAsked(answer, endings).get(worker)).toEqual({ status: "asked" });
        await waitFor(async () => (await isGone(parent)) && (await isGone(worker)));
        client.close();
        await vsftpd.stop();
      });
    },
  );

  describeAccount(
    "and has the two helpers",
    (name) =>
      helpers.map((each) => `${name} ALL=(root) NOPASSWD: /usr/local/sbin/${each}\n`).join(""),
    () => {
      const installed: string[] = [];
      beforeAll(async () => {
        for (const each of helpers) if (await install(each)) installed.push(each);
      });
      afterAll(async () => {
        for (const each of installed) await rm(`/usr/local/sbin/${each}`);
      });

      it("ends a session, by force too, but not somebody else's", async () => {
        const { client, pid } = await logIn();
        expect(await end(pid, "remove", "bruno")).toEqual({ status: "replaced" });
        sendSignal(pid, "SIGSTOP");
        expect(await end(pid)).toEqual({ status: "asked" });
        expect(await stateOf(pid)).toBe("T");
        expect(await end(pid, "forceRemove")).toEqual({ status: "asked" });
        await waitFor(() => isGone(pid));
        client.close();
      });

      it("sees folders and files, and is told the line for connections", async () => {
        const { client, pid } = await logIn();
        const { rights, processes, limits } = await look(pid);
        expect(rights?.may).toEqual(new Set(["end", "look"]));
        expect(processes.get(pid)).toMatchObject({ root: proftpd.home("anna") });
        expect(limits).toEqual([["no-sockets", line("/usr/bin/ss -Htinp state established")]]);
        client.close();
      });
    },
  );
});

/** As an administrator does. False where just this is installed already; it then stays. */
async function install(helper: (typeof helpers)[number]): Promise<boolean> {
  const source = fileURLToPath(new URL(`./${helper}`, import.meta.url));
  const target = `/usr/local/sbin/${helper}`;
  try {
    await copyFile(source, target, constants.COPYFILE_EXCL);
    await chmod(target, 0o755);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  if ((await readFile(source, "utf8")) === (await readFile(target, "utf8"))) return false;
  throw new Error(`${target} is not the ${helper} of this source: remove it to run the tests`);
}
