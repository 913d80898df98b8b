import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import ssh2 from "ssh2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { newSecret } from "@/lib/auth/secret";
import { configOf } from "@/tests/e2e/terminal-hosts";
import { type Answer, askDoor } from "@/tests/support/ask-door";
import { listRoutes, toAddress } from "@/tests/support/door-targets";
import { findSecrets } from "@/tests/support/find-secrets";
import { sendSignal } from "@/tests/support/processes";
import { callByName, sendSignIn } from "@/tests/support/sign-in-form";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

const administrator = { login: "admin", password: `p+ss "w\u00f6rd" ${newSecret()}` };
const passphrase = `key ${newSecret()}`;
const { private: privateKey, public: publicKey } = ssh2.utils.generateKeyPairSync("ed25519", {
  passphrase,
  cipher: "aes256-ctr",
  rounds: 16,
});
const clientSecret = newSecret();
const typed = `wrong ${newSecret()}`;
const openId = `openIdConnect:
  issuer: http://127.0.0.1:1
  clientId: rollcall
  clientSecret: \${CLIENT_SECRET}
  roles: { staff: server-administrator }
`;

let folder: string;
let inFile: WindowsHost;
let byPassword: WindowsHost;
let byKey: WindowsHost;
let rollcall: RunningRollcall;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-secrets-"));
  inFile = await startWindowsHost();
  byPassword = await startWindowsHost();
  byKey = await startWindowsHost({ publicKey });
  const config = configOf({ ts01: { ...inFile, password: `\${TS01_PASSWORD}` } }) + openId;
  rollcall = await startRollcall({
    config,
    env: {
      ROLLCALL_DATA: folder,
      ROLLCALL_ADMIN_PASSWORD: administrator.password,
      TS01_PASSWORD: inFile.password,
      CLIENT_SECRET: clientSecret,
    },
  });
});
afterAll(async () => {
  await rollcall.stop();
  for (const host of [inFile, byPassword, byKey]) await host.stop();
  await rm(folder, { recursive: true });
});

function toDraft(name: string, { port, user, fingerprint }: WindowsHost, credential: unknown) {
  const via = { kind: "ssh", host: "127.0.0.1", port, user, credential, hostKey: fingerprint };
  return { id: null, name, via, sources: [{ provider: "windows", settings: {} }] };
}

/** All that a browser and a script get to see, but for the cookies that hand the secrets out. */
async function askForEverything(cookie: string, token: string): Promise<readonly string[]> {
  const { url } = rollcall;
  const { origin } = new URL(url);
  const answers: Answer[] = [];
  const get = async (path: string, headers: Readonly<Record<string, string>>) =>
    answers.push(await askDoor(url, { method: "GET", path, headers }));
  for (const path of listRoutes().map(toAddress)) {
    await get(path, { cookie });
    await get(path, { cookie, rsc: "1" });
    await get(path, {});
  }
  for (const kind of ["panel", "ftp", "terminal"]) {
    await get(`/api/v1/sessions/${kind}?fresh=1`, { authorization: `Bearer ${token}` });
    await get(`/api/v1/sessions/${kind}`, { authorization: `Bearer ${token}x` });
  }
  const servers = "tools-settings/servers";
  for (const action of ["look", "refresh", "exportYaml"]) {
    answers.push(await callByName(url, `${servers} ${action}`, [], cookie));
  }
  // What is typed into the wrong field, or sent as nobody can read it.
  await sendSignIn(url, { login: `${typed} `, password: typed });
  answers.push(await sendSignIn(url, { login: "admin", password: typed }));
  const lost = { id: null, password: typed };
  answers.push(await callByName(url, `${servers} save`, [lost], cookie));
  const headers = { origin, cookie, "content-type": "multipart/form-data; boundary=x" };
  answers.push(await askDoor(url, { method: "POST", path: "/sign-in", headers, body: typed }));
  return answers.map(({ headers: { "set-cookie": _handedOut, ...told }, body }) =>
    JSON.stringify(told).concat(body),
  );
}

/** Shown to its person once, as are the backup codes. */
async function addTotp(cookie: string) {
  const account = "tools-settings/my-account";
  const { body } = await callByName(rollcall.url, `${account} offerTotp`, [], cookie);
  const totp = Secret.fromBase32(/"secret":"([A-Z2-7]+)"/.exec(body)?.[1] ?? "");
  const code = new TOTP({ secret: totp }).generate();
  const added = await callByName(rollcall.url, `${account} addTotp`, [{ code }], cookie);
  const [, listed = "[]"] = /"backupCodes":(\[[^\]]+\])/.exec(added.body) ?? [];
  const backupCodes = z.array(z.string()).length(10).parse(JSON.parse(listed));
  return { totp, backupCodes };
}

/** As they are at one moment, whoever writes them. */
async function readFolder(when: string) {
  sendSignal(rollcall.pid, "SIGSTOP");
  const names = (await readdir(folder)).filter((name) => name !== "rollcall.key");
  const files = await Promise.all(
    names.map(async (name) => ({
      name: `${name} ${when}`,
      bytes: await readFile(join(folder, name)),
    })),
  );
  sendSignal(rollcall.pid, "SIGCONT");
  return files;
}

it("keeps no secret and no token in its files, its log or any answer", async () => {
  const { cookie, headers } = await sendSignIn(rollcall.url, administrator);
  if (!cookie) throw new Error("nobody is signed in");
  const save = (draft: unknown) =>
    callByName(rollcall.url, "tools-settings/servers save", [draft], cookie);
  const password = { kind: "password", password: byPassword.password };
  const key = { kind: "privateKey", privateKey, passphrase };
  expect((await save(toDraft("ts02", byPassword, password))).body).toContain('"status":"saved"');
  expect((await save(toDraft("ts03", byKey, key))).body).toContain('"status":"saved"');
  const { totp, backupCodes } = await addTotp(cookie);
  const bruno = `pass ${newSecret()}`;
  const user = ["user", "add", "bruno", "--role", "customer"];
  expect(await rollcall.command(user, `${bruno}\n`)).toMatchObject({ exitCode: 0 });
  const token = (await rollcall.command(["token", "add", "script"])).stdout.trim();
  await waitFor(() => byKey.commands().length > 0 && byPassword.commands().length > 0);

  const answers = await askForEverything(cookie, token);
  const files = await readFolder("while it runs");
  expect(files.map(({ name }) => name)).toContain("rollcall.db-wal while it runs");
  await rollcall.stop();
  const places = [
    ...files,
    ...(await readFolder("afterwards")),
    { name: "the log", bytes: Buffer.from(rollcall.output()) },
    ...answers.map((answer) => ({ name: answer.slice(-200), bytes: Buffer.from(answer) })),
  ];
  const handedOut = (headers["set-cookie"] ?? []).map((line) => /=([^;]+)/.exec(line)?.[1] ?? "");
  const [, keyLine = ""] = privateKey.split("\n");
  const secrets = {
    "administrator's password": administrator.password,
    "password of bruno": bruno,
    "password that was typed wrong": typed,
    "password in the configuration file": inFile.password,
    "password of a server": byPassword.password,
    "private key of a server": keyLine,
    "passphrase of its key": passphrase,
    "API token": token,
    "secret of the authenticator app": totp.base32,
    "bytes of that secret": Buffer.from(totp.bytes),
    ...Object.fromEntries(backupCodes.map((code, index) => [`backup code ${index}`, code])),
    "first backup code as it is typed": (backupCodes[0] ?? "").replace(/\W/g, ""),
    "secret of OpenID Connect": clientSecret,
    "key file": (await readFile(join(folder, "rollcall.key"), "utf8")).trim(),
    ...Object.fromEntries(handedOut.map((value, index) => [`cookie ${index}`, value])),
  };
  expect(Object.values(secrets).every((secret) => secret.length >= 8)).toBe(true);
  expect(findSecrets(places, secrets)).toEqual([]);
  expect(findSecrets(places.slice(files.length * 2), { hash: "$argon2id$" })).toEqual([]);
}, 60_000);
