import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Operator } from "@/lib/sessions/operator";
import { recordFact, rollcallItself } from "@/lib/sessions/record";
import { openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { lookIntoAudit } from "./look-into-audit";

const vera: Operator = {
  name: "vera",
  address: null,
  sees: "everything",
  mayAct: false,
  panelSessionId: "1",
};
const newest = { side: "newest" } as const;

let scratch: ScratchStore;
beforeEach(async () => {
  scratch = await openScratchStore();
});
afterEach(() => scratch.remove());

it("is for who sees everything, who may act or not, and nobody else", async () => {
  const audit = lookIntoAudit(scratch.store.audit, pino({ enabled: false }));
  await recordFact(scratch.store.audit, { event: "user.change", by: rollcallItself });
  const carl: Operator = {
    ...vera,
    name: "carl",
    sees: { logins: new Set(["carl"]), domains: null },
  };
  await expect(audit.search({}, newest, carl)).rejects.toThrow("carl may not see the audit");
  await expect(audit.verify(carl)).rejects.toThrow("carl may not see the audit");
  await expect(audit.export({}, carl)).rejects.toThrow("carl may not see the audit");
  expect(() => audit.standing(carl)).toThrow("carl may not see the audit");
  expect((await audit.search({}, newest, vera)).entries).toHaveLength(1);
});

it("knows since when the chain holds, and records who took what away", async () => {
  const audit = lookIntoAudit(scratch.store.audit, pino({ enabled: false }));
  await recordFact(scratch.store.audit, { event: "user.change", by: rollcallItself });
  expect(audit.standing(vera)).toBeNull();
  const [one, other] = await Promise.all([audit.verify(vera), audit.verify(vera)]);
  expect(one).toBe(other);
  expect(one.finding).toMatchObject({ status: "holds", head: { seq: 1 }, isHeadKnown: true });
  expect(audit.standing(vera)).toBe(one);
  await audit.export({ user: "anna" }, vera);
  const { entries } = await audit.search({ event: "audit.export" }, newest, vera);
  expect(entries).toMatchObject([{ entry: { operator: "vera", detail: { user: "anna" } } }]);
});
