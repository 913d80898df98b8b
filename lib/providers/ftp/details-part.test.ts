import { afterAll, beforeAll, expect, it } from "vitest";
import { shPart, shScript } from "@/lib/sessions/command";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { holdDownload } from "@/tests/support/held-transfers";
import { childrenOf } from "@/tests/support/processes";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { type Depth, detailsPart, splitAnswer } from "./details-part";
import { isControl } from "./sockets";

const transport = createLocalTransport();
afterAll(() => transport.close());

async function look(depth: Depth, pids: readonly number[]) {
  const question = { depth, rights: { may: new Set<never>() } };
  const part = detailsPart(question, shPart`(\\"proftpd\\",`);
  const command = shScript`pids="${pids}"; echo first
${part}
printf "rest\\n"; echo rollcall-end`;
  return splitAnswer((await transport.run(command, AbortSignal.timeout(5000))).stdout);
}

describeWith("proftpd", "a look in depth", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna"]);
  });
  afterAll(() => daemon.stop());

  it.runIf(process.getuid?.() === 0)("as root finds folders, files and connections", async () => {
    const client = await daemon.logIn("anna");
    const download = await holdDownload(client, bigFile);
    const [pid = 0] = await childrenOf(daemon.processId);
    const found = await waitFor(async () => {
      const answer = await look("details", [pid]);
      return answer?.details.sockets?.get(pid)?.length === 2 && answer;
    });
    expect(found.text).toBe("first\n");
    expect(Buffer.from(found.rest).toString()).toBe("rest\n");
    expect(found.details.rights).toBeUndefined();
    const home = daemon.home("anna");
    expect(found.details.processes.get(pid)).toMatchObject({ cwd: home, root: home });
    const sockets = found.details.sockets?.get(pid) ?? [];
    const control = sockets.filter((each) => isControl(each, { controlPort: daemon.port }));
    expect(control).toMatchObject([{ bytesReceived: expect.any(Number) }]);
    expect(control[0]?.bytesReceived).toBeGreaterThan(20);
    download.close();
  });

  it("finds the rights and the homes when asked for them", async () => {
    const found = await look("rights", []);
    expect(found?.details.rights).toMatchObject({ isRoot: process.getuid?.() === 0 });
    expect(found?.details.rights?.homes.get("root")).toBe("/root");
  });

  it("asks for nothing more when that is not wanted", async () => {
    const found = await look("none", [1]);
    expect(found).toMatchObject({ text: "first\n", details: { sockets: undefined } });
    expect(found?.details.processes.size).toBe(0);
    expect(Buffer.from(found?.rest ?? []).toString()).toBe("rest\n");
  });
});

it("is not misled by a path that looks like the end of all records", () => {
  const records = "l/proc/7/cwd\t/rollcall-records-end\0l/proc/7/root\t/\0";
  const answer = `first\nrollcall-records\n${records}\0rollcall-records-end\0\x01\x02`;
  const found = splitAnswer(Buffer.from(answer));
  expect(found?.details.processes.get(7)?.cwd).toBe("/rollcall-records-end");
  expect(found?.rest).toEqual(Buffer.from([1, 2]));
});

it("takes no answer for whole whose records have no end", () => {
  expect(splitAnswer(Buffer.from("first\nrollcall-records\nl/proc/7/cwd\t/\0"))).toBeUndefined();
  expect(splitAnswer(Buffer.from("first\n"))).toBeUndefined();
});
