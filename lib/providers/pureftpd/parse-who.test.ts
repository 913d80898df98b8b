import { expect, it } from "vitest";
import { checkedPathSchema } from "@/lib/sessions/command";
import { parseWho } from "./parse-who";

const toldBy = (account: string, path: string) =>
  `rollcall-list\n\nrollcall-ftpwho not-allowed 1001 ${account} ${path}\n`;

it("names the line of sudoers for pure-ftpwho as it is installed or configured", () => {
  const line = (path: string) => `monitor ALL=(root) NOPASSWD: ${path} -p -n`;
  const [installed, own] = ["/usr/local/sbin/pure-ftpwho", "/srv/pure-ftpwho"];
  expect(parseWho(toldBy("monitor", installed))).toMatchObject({ remedy: line(installed) });
  const configured = checkedPathSchema.parse(own);
  expect(parseWho(toldBy("monitor", own), configured)).toMatchObject({ remedy: line(own) });
});

it.each([
  ["a program of the account's own", "monitor", "/home/monitor/bin/pure-ftpwho"],
  ["every program", "monitor", "ALL #"],
  ["every account", "ALL", "/usr/sbin/pure-ftpwho"],
])("names no line that would allow %s, whatever the server says", (_, account, path) => {
  expect(parseWho(toldBy(account, path))).toEqual({ status: "not-allowed", remedy: null });
});
