import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runRollcall } from "@/tests/support/run-rollcall";
import { startWindowsHost, type WindowsHost } from "@/tests/support/windows-host";

const other = `SHA256:${"x".repeat(43)}`;
let folder: string;
let host: WindowsHost;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-trust-"));
  host = await startWindowsHost();
  const server = (name: string, port: number, more = "") => `
  - name: ${name}
    via: { ssh: { host: 127.0.0.1, port: ${port}, user: r, password: p${more} } }
    sources: [{ provider: windows }]`;
  await writeFile(
    join(folder, "rollcall.yaml"),
    `servers:${server("down", 1)}${server("fixed", host.port, `, hostKey: "${other}"`)}${server("open", host.port)}\n`,
  );
});
afterAll(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

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
