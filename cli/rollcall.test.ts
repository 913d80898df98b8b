import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runRollcall } from "@/tests/support/run-rollcall";

const root = resolve(import.meta.dirname, "..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  [["nonsense"]],
  [["usr"]],
  [["user", "add", "x"]],
  [["sessions", "mail"]],
  [["act", "remove"]],
  [["token", "add", "soon", "--days", "0"]],
])("answers wrong use with one sentence and 2: %s", async (words) => {
  const { code, stdout, stderr } = await runRollcall(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^[A-Z].+\.\n$/);
});

it.each([[[]], [["user"]]])(
  "shows its usage on stderr when words are missing: %s",
  async (words) => {
    const { code, stdout, stderr } = await runRollcall(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: rollcall/);
  },
);

it("says nothing when nobody reads what it prints", async () => {
  const child = spawn("node", ["--import", "tsx", "cli/rollcall.ts", "help"], { cwd: root });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

it("names ROLLCALL_CONFIG and DATABASE_URL when they lead nowhere", async () => {
  const env = { ROLLCALL_DATA: folder, ROLLCALL_CONFIG: join(folder, "none.yaml") };
  const withoutFile = await runRollcall(["check"], { env });
  expect(withoutFile).toMatchObject({ code: 1, stdout: "" });
  expect(withoutFile.stderr).toMatch(/^The configuration file .+ROLLCALL_CONFIG .+\.\n$/);
  const DATABASE_URL = `file:${folder}`;
  const withoutStore = await runRollcall(["token", "list"], { env: { ...env, DATABASE_URL } });
  expect(withoutStore).toMatchObject({ code: 1, stdout: "" });
  expect(withoutStore.stderr).toMatch(/^The database .+ it is a folder; .+DATABASE_URL.+\.\n$/);
});

/** A fresh clone whose `npm ci` takes the packages of this one, and whose command says what runs it. */
async function cloneInto(clone: string, programs: string): Promise<void> {
  for (const part of ["cli", "scripts", "prisma/sqlite", "lib/store/generated"]) {
    await mkdir(join(clone, part), { recursive: true });
  }
  for (const file of ["cli/rollcall.mjs", "scripts/install.mjs", "tsconfig.json"]) {
    await copyFile(join(root, file), join(clone, file));
  }
  for (const file of [
    "package-lock.json",
    "prisma/models.prisma",
    "prisma/sqlite/datasource.prisma",
  ]) {
    await writeFile(join(clone, file), "");
  }
  const says = 'process.stdout.write([process.version, ...process.argv.slice(2)].join(" "));\n';
  await writeFile(join(clone, "cli/rollcall.ts"), says);
  await mkdir(programs);
  await writeFile(
    join(programs, "npm"),
    `#!/bin/sh
mkdir -p node_modules/.bin
ln -s "${root}/node_modules/tsx" node_modules/tsx
ln -s "${root}/node_modules/.bin/node" node_modules/.bin/node
ln -s /bin/true node_modules/.bin/prisma
`,
  );
  await chmod(join(programs, "npm"), 0o755);
  await chmod(join(clone, "cli/rollcall.mjs"), 0o755);
}

it("runs by a link, from a folder with a blank, on the Node that travels with it", async () => {
  const clone = join(folder, "roll call");
  const programs = join(folder, "programs");
  await cloneInto(clone, programs);
  await symlink(join(clone, "cli/rollcall.mjs"), join(programs, "rollcall"));
  // biome-ignore lint/style/noProcessEnv: what a person's shell finds, without the packages of this project
  const { PATH = "" } = process.env;
  const found = PATH.split(delimiter).filter((place) => !place.includes("node_modules"));
  const child = spawn(join(programs, "rollcall"), ["token", "list"], {
    cwd: folder,
    env: { PATH: [programs, ...found].join(delimiter), NODE_ENV: "test" },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "Installing packages…\n" });
  expect(stdout).toMatch(/^v24\.\S+ token list$/);
});
