import { expect, it } from "vitest";
import { checkedPathSchema } from "@/lib/sessions/command";
import { endSessions, parseEnded } from "./end-sessions";
import { posixSum } from "./posix-sum";

function answer(stdout: string) {
  return { stdout: Buffer.from(stdout), stderr: Buffer.from(""), exitCode: 0 };
}

it("sends of a user nothing but numbers", () => {
  const userBytes = Buffer.from("proftpd: $(id)'\";\n - ");
  const endings = [{ pid: 12, startTicks: 34, userBytes }];
  const [line] = endSessions(endings, {
    daemon: "proftpd",
    action: "remove",
    program: checkedPathSchema.parse("/usr/sbin/proftpd"),
  }).text.split("\n");
  expect(line).toBe(
    `set -- proftpd end /usr/sbin/proftpd 12 34 ${userBytes.length} ${posixSum(userBytes)}`,
  );
});

it("forces only who was asked to be forced, and knows who is not logged in", () => {
  const endings = [{ pid: 12, startTicks: 34, userBytes: Buffer.from("") }];
  const { text } = endSessions(endings, {
    daemon: "pureftpd",
    action: "forceRemove",
    program: undefined,
  });
  expect(text.split("\n")[0]).toBe("set -- pure-ftpd force - 12 34 0 0");
});

it("reads what became of each", () => {
  const pids = [12, 13, 14, 15].map((pid) => ({ pid }));
  const said = "asked 12\ngone 13\nreplaced 14\nrefused 15 sudo: a password is required\n";
  expect([...parseEnded(answer(said), pids)]).toEqual([
    [12, { status: "asked" }],
    [13, { status: "gone" }],
    [14, { status: "replaced" }],
    [
      15,
      {
        status: "refused",
        reason:
          "its account needs the sudoers line for rollcall-end (sudo: a password is required)",
      },
    ],
  ]);
});

it("believes the later answer where the helper gave up half way", () => {
  const said = "refused 12 cannot fork\nasked 12\n";
  expect(parseEnded(answer(said), [{ pid: 12 }]).get(12)).toEqual({ status: "asked" });
});

it("keeps a reason short and printable", () => {
  const said = `refused 12 \u001b[31m${"x".repeat(300)}\n`;
  expect(parseEnded(answer(said), [{ pid: 12 }]).get(12)).toEqual({
    status: "refused",
    reason: `[31m${"x".repeat(196)}`,
  });
});

it("says of which process the server said nothing", () => {
  expect(() => parseEnded(answer("asked 12\n"), [{ pid: 12 }, { pid: 13 }])).toThrow(
    "unreadable: the server said nothing about process 13",
  );
});
