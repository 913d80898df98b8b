import { expect, it } from "vitest";
import { decode, parseDetails } from "./process-details";

function records(...texts: readonly (string | Buffer)[]): Uint8Array {
  return Buffer.concat(texts.flatMap((text) => [Buffer.from(text), Buffer.from("\0")]));
}

const folders = ["l/proc/7/cwd\t/home/anna/up", "l/proc/7/root\t/home/anna"] as const;

it("joins the folders and the open files of each process", () => {
  const found = parseDetails(
    records(
      ...folders,
      "l/proc/8/cwd\t/",
      "l/proc/8/root\t/",
      "l/proc/7/fd/2\t/dev/null",
      "l/proc/7/fd/9\t/home/anna/up/a.bin",
      "s/proc/7/fd/9\t4096",
      "p/proc/7/fdinfo/2:pos:\t0\n/proc/7/fdinfo/9:pos:\t1024\n",
    ),
  );
  expect(found.get(7)).toEqual({
    cwd: "/home/anna/up",
    root: "/home/anna",
    files: [
      { fd: 2, path: "/dev/null", size: undefined, position: 0 },
      { fd: 9, path: "/home/anna/up/a.bin", size: 4096, position: 1024 },
    ],
  });
  expect(found.get(8)).toEqual({ cwd: "/", root: "/", files: [] });
});

it.each([
  ["a tab", "/home/anna/a\tb"],
  ["a line feed", "/home/anna/a\ns/proc/7/fd/9\t1"],
  ["an arrow", "/home/anna/a -> /etc/b"],
  ["an escape", "/home/anna/\u001b[31m"],
  ["letters of many alphabets", "/home/anna/ñ日本\u{1f600}"],
  ["the end of all records", "/home/anna/rollcall-records-end"],
])("keeps a path that holds %s as it is, and invents none", (_what, path) => {
  const found = parseDetails(records(...folders, `l/proc/7/fd/9\t${path}`));
  expect([...found.keys()]).toEqual([7]);
  expect(found.get(7)?.files).toEqual([{ fd: 9, path, size: undefined, position: undefined }]);
});

it("keeps a path that is not UTF-8, each byte as a letter", () => {
  const path = Buffer.from("l/proc/7/fd/9\t/home/anna/\xe9.bin", "latin1");
  const found = parseDetails(records(...folders, path));
  expect(found.get(7)?.files[0]?.path).toBe("/home/anna/\xe9.bin");
  expect(decode(Buffer.from("\ufeffx"))).toBe("\ufeffx");
});

it("leaves out a process of which only a part could be read, and a record that was cut", () => {
  expect(parseDetails(records("l/proc/7/cwd\t/home", "l/proc/7/fd/9\t/x")).size).toBe(0);
  const cut = Buffer.concat([records(...folders), Buffer.from("l/proc/7/fd/9\t/home/an")]);
  expect(parseDetails(cut).get(7)?.files).toEqual([]);
  expect(parseDetails(Buffer.from("")).size).toBe(0);
});

it("takes no long time over a process that has very many files open", () => {
  const files = Array.from({ length: 40_000 }, (_, fd) => `l/proc/7/fd/${fd}\t/tmp/x`);
  const startedAtMs = performance.now();
  expect(parseDetails(records(...folders, ...files)).get(7)?.files).toHaveLength(40_000);
  expect(performance.now() - startedAtMs).toBeLessThan(1000);
});
