import { expect, test } from "vitest";
import { createScriptedFeed } from "@/tests/support/live-hub";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { keepHistory } from "./history";
import type { Operator } from "./operator";
import { takeOverview } from "./overview";
import { quoted } from "./reason";
import { SourceError } from "./source-error";

const inDomain = (pid: number, user: string, domain: string) => ({
  ...ftpSession(pid, user),
  domain,
});

async function overviewOf(sees: Operator["sees"]) {
  const panel = createScriptedFeed("panel", "here/panel");
  const web01 = createScriptedFeed("ftp", "web01/ftp");
  const web02 = createScriptedFeed("ftp", "web02/ftp");
  await panel.say([
    panelSession("1", "carl"),
    panelSession("2", "carl"),
    panelSession("3", "dora"),
  ]);
  await web01.say([
    ...[1, 2].map((pid) => inDomain(pid, "carl-ftp", "carl.example")),
    ...[3, 4, 5].map((pid) => inDomain(pid, "dora-ftp", "dora.example")),
  ]);
  await web02.fail(new SourceError("unreachable", quoted("no route")));
  const current = [panel, web01, web02].map(({ watched }) => watched);
  const history = keepHistory(
    () => current,
    () => new Date(),
  );
  const operator = { name: "x", sees, mayAct: true, address: null, panelSessionId: null };
  return takeOverview(operator, { sources: current, history });
}

test("who sees everything is told of all, and how the last hour was", async () => {
  const { busiest, history } = await overviewOf("everything");
  expect(busiest.users.map(({ user, count }) => [user, count])).toEqual([
    ["dora-ftp", 3],
    ["carl", 2],
    ["carl-ftp", 2],
  ]);
  expect(busiest.isPartlyKnown).toBe(true);
  expect(history?.minutes.ftp.at(-1)).toEqual({ count: 5, unanswered: 1 });
});

test("who sees a part is told of that part alone, and of no minute, for it counts others", async () => {
  const { busiest, history } = await overviewOf(toSight(["carl"], ["carl.example"]));
  expect(busiest.users).toEqual([
    { kind: "panel", server: "here", user: "carl", count: 2 },
    { kind: "ftp", server: "web01", user: "carl-ftp", count: 2 },
  ]);
  expect(busiest.addresses).toMatchObject([
    { address: "192.0.2.7", count: 2 },
    { address: "2001:db8::1", count: 2 },
  ]);
  expect(history).toBeNull();
});

test("who has no FTP sessions misses none, whatever server is silent", async () => {
  for (const sees of [toSight(["carl"]), toSight(["carl"], [])]) {
    const { busiest } = await overviewOf(sees);
    expect(busiest.users.map(({ user }) => user)).toEqual(["carl"]);
    expect(busiest.isPartlyKnown).toBe(false);
  }
});
