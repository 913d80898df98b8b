import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Answer } from "@/lib/sessions/transport";
import { parseFtpwho } from "./ask-ftpwho";
import { parseScoreboard } from "./parse-scoreboard";

const capture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const mixJson = capture("mix-ftpwho.json").toString();

function answer(json: string, { code = 0, stderr = "" } = {}): Answer {
  const stdout = Buffer.from(`${json}\nrollcall-ftpwho ${code}\n`);
  return { stdout, stderr: Buffer.from(stderr), exitCode: 0 };
}

it("lists the same sessions as the scoreboard, as far as ftpwho tells", () => {
  const board = parseScoreboard(capture("mix.scoreboard"), Number.MAX_SAFE_INTEGER);
  const told = parseFtpwho(answer(mixJson));
  const untold = { virtualHost: null, size: null, bytes: null };
  const withoutUntold = (entries: typeof told.entries) => {
    const sorted = entries.toSorted((one, other) => one.pid - other.pid);
    return sorted.map((entry) => ({ ...entry, ...untold, idleSinceMs: null, slot: 0 }));
  };
  expect(told.daemonPid).toBe(board?.daemonPid);
  expect(withoutUntold(told.entries)).toEqual(withoutUntold(board?.entries ?? []));
});

it("reads U+001F in a name, which ftpwho writes raw", () => {
  const json = mixJson.replace('"7671-10.up"', '"a\u001fb"');
  const files = parseFtpwho(answer(json)).entries.map(({ argument }) => argument);
  expect(files).toContain("a\u001fb");
});

it.each([
  [1, "missing-scoreboard.stderr.txt", "unreachable", "ProFTPD is not running"],
  [1, "empty-file.stderr.txt", "unreachable", "ProFTPD is not running"],
  [1, "unreadable-scoreboard.stderr.txt", "refused", "Permission denied"],
  [1, "unknown-outform.stderr.txt", "unreadable", "ProFTPD is older than 1.3.6"],
  [127, "missing-scoreboard.stderr.txt", "tool-missing", "ftpwho"],
  [134, "empty-file.stderr.txt", "unreadable", "a file name is not UTF-8"],
])("exit code %i with %s is a failure of its own: %s", (code, file, failure, said) => {
  const stderr = capture(file).toString();
  expect(() => parseFtpwho(answer("", { code, stderr }))).toThrow(
    expect.objectContaining({ code: failure, message: expect.stringContaining(said) }),
  );
});

it("never takes a cut or foreign answer for a list", () => {
  for (const json of ["", "{}", mixJson.slice(0, -200), "no users connected"]) {
    expect(() => parseFtpwho(answer(json))).toThrow(
      expect.objectContaining({ code: "unreadable" }),
    );
  }
  const nothing = { stdout: Buffer.from(mixJson), stderr: Buffer.from(""), exitCode: 0 };
  expect(() => parseFtpwho(nothing)).toThrow("no ftpwho part");
});
