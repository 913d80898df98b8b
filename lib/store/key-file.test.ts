import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readKeyFile, readOrMakeKeyFile } from "./key-file";

const folder = mkdtempSync(join(tmpdir(), "rollcall-key-"));
afterAll(() => rmSync(folder, { recursive: true }));

function problem(words: RegExp) {
  return expect.objectContaining({ code: "key-file", message: expect.stringMatching(words) });
}

it("makes a key of 32 bytes for this account's eyes only, and reads the same one ever after", async () => {
  const path = join(folder, "made.key");
  const key = await readOrMakeKeyFile(path);
  expect(key).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  expect(await readOrMakeKeyFile(path)).toEqual(key);
  expect(await readKeyFile(path)).toEqual(key);
});

it("makes one key for ten who ask at once", async () => {
  const path = join(folder, "race.key");
  const asked = Array.from({ length: 10 }, () => readOrMakeKeyFile(path));
  const keys = await Promise.all(asked);
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
});

it("says that the key file is missing, and makes none", async () => {
  const path = join(folder, "missing.key");
  const words = `its key file ${path} is missing: put it back from a backup, or enter the credential again`;
  await expect(readKeyFile(path)).rejects.toThrow(expect.objectContaining({ message: words }));
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

it("refuses a key file that other accounts can read", async () => {
  for (const mode of [0o640, 0o604, 0o660, 0o644]) {
    const path = join(folder, `open-${mode}.key`);
    await readOrMakeKeyFile(path);
    chmodSync(path, mode);
    await expect(readKeyFile(path)).rejects.toThrow(
      problem(/can be read by other accounts: run chmod 600/),
    );
    await expect(readOrMakeKeyFile(path)).rejects.toThrow(problem(/chmod 600/));
  }
});

it("refuses a key file that holds no whole key, and leaves it as it is", async () => {
  const cut = Buffer.alloc(31).toString("base64");
  for (const text of ["", "\n", cut, `${cut}${cut}`, "not a key at all"]) {
    const path = join(folder, "wrong.key");
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode: 0o600 });
    await expect(readOrMakeKeyFile(path)).rejects.toThrow(problem(/does not hold a key/));
    expect(readFileSync(path, "utf8")).toBe(text);
  }
});

it("says that no key file can be made in its folder", async () => {
  const path = join(folder, "no", "such", "folder.key");
  await expect(readOrMakeKeyFile(path)).rejects.toThrow(
    problem(/cannot be made \(ENOENT\): make its folder writable .+ ROLLCALL_KEY_FILE$/),
  );
});

it("reads a key that is there in a folder where none can be made", async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed);
  chmodSync(folder, 0o755);
  const path = join(closed, "rollcall.key");
  const key = await readOrMakeKeyFile(path);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(path, 65_534, 65_534);
  chmodSync(closed, 0o555);
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(await readOrMakeKeyFile(path)).toEqual(key);
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(closed, 0o755);
  }
});
