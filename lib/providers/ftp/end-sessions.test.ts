import { expect, it } from "vitest";
import { checkedPathSchema } from "@/lib/sessions/command";
import { endSessions } from "./end-sessions";
import { posixSum } from "./posix-sum";

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
