import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { describeWith } from "@/tests/support/describe-with";
import { startRealSshd } from "@/tests/support/real-sshd";
import { runRollcall } from "@/tests/support/run-rollcall";

const other = `SHA256:${"x".repeat(43)}`;
let folder: string;
let host: WindowsHost;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-trust-"));
  host = await startWindowsHost();
  await writeConfig([
    toServer("down", 1),
    toServer("fixed", host.port, { hostKey: other }),
    toServer("open", host.port),
  ]);
});
afterAll(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

function toServer(name: string, port: number, more: object = {}) {
  const ssh = { host: "127.0.0.1", port, user: "r", password: "p", ...more };
  return { name, via: { ssh }, sources: [{ provider: "windows" }] };
}

/** JSON is YAML too. */
const writeConfig = (servers: readonly object[]) =>
  writeFile(join(folder, "rollcall.yaml"), JSON.stringify({ servers }));

const trust = (...words: string[]) =>
  runRollcall(["trust", ...words], {
    env: { ROLLCALL_DATA: folder, ROLLCALL_CONFIG: join(folder, "rollcall.yaml") },
  });

it("says in one line that the server cannot be reached", async () => {
  const { code, stdout, stderr } = await trust("down");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^down cannot be asked: .+port 1: .+\.\n$/);
});

it("pins the key that the server shows, and no other", async () => {
  expect(await trust("open", "--accept", other)).toMatchObject({ code: 1, stdout: "" });
  expect(await trust("open", "--accept", host.fingerprint)).toMatchObject({ code: 0, stderr: "" });
});

it("pins nothing beside another hostKey in the configuration file, which would count", async () => {
  const { code, stdout, stderr } = await trust("fixed", "--accept", host.fingerprint);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(
    /^The configuration file gives fixed the hostKey .+: change it there to .+\.\n$/,
  );
});

it("knows no jump host where the server is reached straight", async () => {
  const { code, stderr } = await trust("open", "--jump");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "open is reached without a jump host.\n" });
});

describeWith("sshd", "a server behind a jump host", () => {
  it("shows its key once the key of the jump host is accepted, and not before", async () => {
    const jump = await startRealSshd();
    try {
      const { port, user, privateKey } = jump;
      const way = { jump: { host: "127.0.0.1", port, user, privateKey } };
      await writeConfig([toServer("behind", host.port, way)]);

      const before = await trust("behind");
      expect(before).toMatchObject({ code: 1, stdout: "" });
      expect(before.stderr).toMatch(
        /^behind is behind a jump host that is not trusted .+ trust behind --jump\n$/,
      );
      const shown = { code: 0, stdout: `${jump.fingerprint}\n`, stderr: "" };
      expect(await trust("behind", "--jump")).toEqual(shown);
      expect(await trust("behind", "--jump", "--accept", other)).toMatchObject({ code: 1 });
      expect(await trust("behind")).toEqual(before);
      const accepted = await trust("behind", "--jump", "--accept", jump.fingerprint);
      expect(accepted).toMatchObject({ code: 0, stderr: "" });
      expect(await trust("behind")).toEqual({ ...shown, stdout: `${host.fingerprint}\n` });
    } finally {
      await jump.stop();
    }
  });
});
