import { expect, it } from "vitest";
import { createScriptedFeed } from "@/tests/support/live-hub";
import { ftpSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import type { Operator } from "./operator";
import { sessionsOf } from "./roll";
import { takeRoll } from "./take-roll";

const carl: Operator = {
  name: "carl",
  sees: toSight(["carl"], ["carl.example"]),
  mayAct: true,
  address: null,
  panelSessionId: "1",
};
const own = { ...ftpSession(1, "anna"), domain: "carl.example" };
const foreign = { ...ftpSession(2, "dora"), domain: "dora.example" };

async function take(seeNow: (operator: Operator) => Promise<Operator>) {
  const feed = createScriptedFeed("ftp", "web01/ftp");
  await feed.say([own, foreign]);
  const { answers } = await takeRoll(
    [feed.watched],
    { kind: "ftp", operator: carl, fresh: true },
    { maxAgeMs: 1000, patienceMs: 300, now: () => new Date(), seeNow },
  );
  return answers;
}

it("holds what the operator sees, and nothing else", async () => {
  const answers = await take(async (operator) => operator);
  expect(answers.flatMap(sessionsOf)).toEqual([own]);
});

it("holds what the operator sees when the servers have answered, not when they were asked", async () => {
  const later = await take(async (operator) => ({ ...operator, sees: toSight(["carl"], []) }));
  expect(later.flatMap(sessionsOf)).toEqual([]);
  expect(JSON.stringify(later)).not.toContain("web01");
  expect(await take(async (operator) => ({ ...operator, sees: toSight(["carl"]) }))).toEqual([]);
});
