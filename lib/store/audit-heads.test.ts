import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { watchHeads } from "./audit-heads";

const [one, two, other] = ["1", "2", "3"].map((digit) => digit.repeat(64));

let folder: string;
let headFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-heads-"));
  headFile = join(folder, "rollcall.db.audit-head");
});
afterEach(() => rm(folder, { recursive: true }));

function open(macs: Readonly<Record<number, string | undefined>>) {
  const troubles: string[] = [];
  const tellTrouble = ({ message }: Error) => troubles.push(message);
  const heads = watchHeads({ headFile, findMac: async (seq) => macs[seq], tellTrouble });
  return { heads, troubles };
}

it("goes on from where the chain was known to end, in this process or another one", async () => {
  const { heads, troubles } = open({ 1: one, 2: two });
  await heads.compare({ seq: 0, mac: "" });
  await heads.keep({ seq: 1, mac: one ?? "" });
  await heads.compare({ seq: 2, mac: two ?? "" });
  await heads.keep({ seq: 3, mac: other ?? "" });
  expect(JSON.parse(await readFile(headFile, "utf8"))).toEqual({ seq: 3, mac: other });
  expect(troubles).toEqual([]);
});

it("tells that entries have no file that says how far they went, and begins one", async () => {
  const { heads, troubles } = open({});
  await heads.compare({ seq: 1, mac: one ?? "" });
  await heads.keep({ seq: 2, mac: two ?? "" });
  expect(troubles).toEqual([expect.stringMatching(/audit-head is missing/)]);
  expect(JSON.parse(await readFile(headFile, "utf8"))).toEqual({ seq: 2, mac: two });
});

it("tells at once that the chain was cut or rewritten, and leaves the file as it is", async () => {
  const written = JSON.stringify({ seq: 2, mac: two });
  for (const [head, why] of [
    [{ seq: 1, mac: one ?? "" }, /ends with entry 1, though it went to 2 before/],
    [{ seq: 2, mac: other ?? "" }, /has another entry 2 than before/],
    [{ seq: 3, mac: other ?? "" }, /has another entry 2 than before/],
  ] as const) {
    await writeFile(headFile, written);
    const { heads, troubles } = open({ 1: one });
    await heads.compare(head);
    await heads.keep({ seq: head.seq + 1, mac: "4".repeat(64) });
    await heads.compare({ seq: head.seq + 1, mac: "4".repeat(64) });
    expect(troubles).toEqual([expect.stringMatching(why)]);
    expect(await readFile(headFile, "utf8")).toBe(written);
  }
  await writeFile(headFile, "{");
  const { heads, troubles } = open({});
  await heads.compare({ seq: 1, mac: one ?? "" });
  expect(troubles).toEqual([expect.stringContaining("damaged")]);
});
