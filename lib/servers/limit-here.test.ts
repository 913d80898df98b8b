import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { toSudoRule } from "@/lib/providers/linux/sudo-rule";
import { describeWith } from "@/tests/support/describe-with";
import { toLimitHere } from "./limit-here";

const runProgram = promisify(execFile);

const limit = { code: "may-not-end", count: null } as const;
const limitFor = (program: string) => ({ ...limit, remedy: toSudoRule("nobody", program) });

describeWith(["root", "sudo"], "the command for this machine", () => {
  it.each([
    "/usr/local/sbin/rollcall-end",
    "/usr/local/sbin/rollcall-look",
    "/usr/local/sbin/rollcall-log-out",
    "/usr/bin/ss -Htinp state established",
  ])("lets the account run %s as root, and its helper is there", async (program) => {
    const { command } = toLimitHere(limitFor(program), true);
    // Folders of its own, so that the machine stays as it is.
    const script = `for folder in /etc/sudoers.d /usr/local/sbin; do
        mount -t tmpfs -o mode=755 none $folder; done
      ${command} >/dev/null && sudo -l -U nobody`;
    const { stdout } = await runProgram("unshare", ["--mount", "sh", "-e", "-c", script]);
    expect(stdout).toContain(`(root) NOPASSWD: ${program}`);
  });
});

it("is none for what sudo does not give", () => {
  for (const remedy of [null, "setproctitle_enable=YES"]) {
    const unchanged = { ...limit, remedy, command: null, isShutIn: false };
    expect(toLimitHere({ ...limit, remedy }, true)).toEqual(unchanged);
    expect(toLimitHere({ ...limit, remedy }, false)).toEqual(unchanged);
  }
});

it("is none where sudo gives nothing, and neither is the line for sudoers", () => {
  const shutIn = { ...limit, remedy: null, command: null, isShutIn: true };
  expect(toLimitHere(limitFor("/usr/local/sbin/rollcall-end"), false)).toEqual(shutIn);
});
