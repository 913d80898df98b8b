import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const program = `
import { gainsBySudo } from "@/lib/servers/gains-by-sudo";
process.stdout.write(String(await gainsBySudo()));
`;

it("is known not to help a process that may gain no rights", async () => {
  const node = ["node", "--import", "tsx", "--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)("setpriv", ["--no-new-privs", ...node]);
  expect(stdout).toBe("false");
});
