import { afterEach, beforeEach, expect, it } from "vitest";
import type { Operator } from "@/lib/sessions/operator";
import { plainLimit } from "@/lib/sessions/session-limit";
import { keepTrail } from "@/tests/support/kept-trail";
import { openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { createSettings } from "./manage-settings";

const root: Operator = {
  name: "root",
  address: "192.0.2.7",
  sees: "everything",
  mayAct: true,
  panelSessionId: "1",
};
const shorter = { ...plainLimit, idleMinutes: 5 };

let scratch: ScratchStore;
let trail: ReturnType<typeof keepTrail>;
beforeEach(async () => {
  trail = keepTrail();
  scratch = await openScratchStore();
});
afterEach(() => scratch.remove());

it("records who changed which role's limits, from what to what, and nothing where nothing changed", async () => {
  const settings = createSettings({ ...scratch.store, audit: trail });
  const limits = { ...(await settings.sessionLimits(root)), customer: shorter };
  await settings.changeSessionLimits(limits, root);
  await settings.changeSessionLimits(limits, root);
  expect(await settings.sessionLimits(root)).toEqual(limits);
  expect(trail.entries).toMatchObject([
    { event: "settings.change", phase: "intent", operator: "root" },
    { event: "settings.change", phase: "outcome", outcome: "done" },
  ]);
  expect(trail.entries[1]?.detail).toEqual({ customer: { before: plainLimit, after: shorter } });
});

it("lets nobody change them who may only see, and nobody see them who does not see everything", async () => {
  const settings = createSettings({ ...scratch.store, audit: trail });
  const limits = await settings.sessionLimits(root);
  const viewer = { ...root, mayAct: false };
  await expect(settings.changeSessionLimits(limits, viewer)).rejects.toThrow("may not change");
  const own = { ...root, sees: { logins: new Set(["root"]), domains: null } };
  await expect(settings.sessionLimits(own)).rejects.toThrow("may not see");
  await expect(settings.changeSessionLimits(limits, own)).rejects.toThrow("may not see");
});
