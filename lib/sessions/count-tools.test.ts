import { expect, it } from "vitest";
import { createScriptedFeed } from "@/tests/support/live-hub";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { countTools } from "./count-tools";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import { SourceError } from "./source-error";

const inDomain = (pid: number, domain: string) => ({ ...ftpSession(pid, "web"), domain });

async function count(sees: Operator["sees"]) {
  const feeds = [
    createScriptedFeed("panel", "here/panel"),
    createScriptedFeed("ftp", "web01/ftp"),
    createScriptedFeed("ftp", "web02/ftp"),
    createScriptedFeed("terminal", "ts01/windows"),
  ] as const;
  await feeds[0].say([panelSession("1", "carl"), panelSession("2", "dora")]);
  await feeds[1].say([inDomain(1, "carl.example"), inDomain(2, "dora.example")]);
  await feeds[2].fail(new SourceError("unreachable", quoted("no route")));
  await feeds[3].say([]);
  const operator = { name: "x", sees, mayAct: true, address: null, panelSessionId: null };
  const tools = await countTools(operator, {
    sources: () => feeds.map(({ watched }) => watched),
    listServers: async () => [],
    countDomains: async () => 7,
    countUsers: async () => 5,
  });
  return tools.map(({ kind, count: number, silentServers }) => [kind, number, ...silentServers]);
}

it("counts what each may see, and names no server to who sees nobody there", async () => {
  expect(await count(toSight(["mia"]))).toEqual([["panel", 0]]);
  expect(await count(toSight(["cora"], []))).toEqual([
    ["panel", 0],
    ["ftp", 0],
  ]);
  expect(await count(toSight(["carl"], ["carl.example"]))).toEqual([
    ["panel", 1],
    ["ftp", 1, "another server"],
  ]);
  expect((await count("everything")).slice(0, 5)).toEqual([
    ["panel", 2],
    ["ftp", 2, "web02"],
    ["terminal", 0],
    ["servers", 0],
    ["domains", 7],
  ]);
});
