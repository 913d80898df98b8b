import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

const program = `
import { complain, log, say } from "@/lib/log";
process.on("uncaughtException", () => process.exit(7));
process.stdin.once("end", () => {
  say("nobody reads this");
  complain("nor this");
  log.info("nor that");
  setImmediate(() => process.exit(0));
}).resume();
`;

it("goes on when whoever read what it prints is gone", async () => {
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const child = spawn("node", args, { stdio: "pipe" });
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
});
