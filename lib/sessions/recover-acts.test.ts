import { expect, it } from "vitest";
import { keepTrail } from "@/tests/support/kept-trail";
import { sourceId, terminalSession, watchScripted } from "@/tests/support/scripted-source";
import type { AuditEntry, AuditEvent } from "./audit-entry";
import { quoted } from "./reason";
import { rollcallItself, toEntry, toOutcome } from "./record";
import { recoverActs } from "./recover-acts";
import { SourceError } from "./source-error";
import { toIntents } from "./to-intents";
import type { WatchedSource } from "./watched-source";

const root = {
  name: "root",
  address: null,
  sees: "everything",
  mayAct: true,
  panelSessionId: null,
} as const;
const anna = terminalSession(2, "anna");
const bruno = terminalSession(3, "bruno");
const asked = { kind: "terminal", action: "logOff", refs: [anna.ref, bruno.ref] } as const;

async function recover(
  intents: readonly (AuditEntry | undefined)[],
  sources: readonly WatchedSource[],
  settled: readonly AuditEntry[] = [],
) {
  const trail = keepTrail();
  await recoverActs(
    intents.flatMap((intent) => intent ?? []),
    {
      trail,
      sources: () => sources,
      findOpen: async (ids) =>
        new Set(ids.filter((id) => !settled.some(({ actId }) => actId === id))),
      tries: 3,
      pauseMs: 1,
    },
  );
  return trail.entries;
}

it("looks whether the session is still there, when its server answers at last", async () => {
  let looks = 0;
  const { watched } = watchScripted({
    list: async () => {
      looks += 1;
      if (looks < 3) throw new SourceError("unreachable", quoted("it starts"));
      return [bruno];
    },
  });
  const intents = toIntents([watched], { ...asked, reason: "night" }, root);
  const [ofAnna, ofBruno] = intents;
  const entries = await recover(intents, [watched]);
  expect(entries).toMatchObject([
    { actId: ofAnna?.actId, phase: "outcome", outcome: "gone", operator: "root", reason: "night" },
    { actId: ofBruno?.actId, outcome: "still-there", detail: { status: "logged-in" } },
  ]);
  expect(entries.every(({ detail }) => detail["recovered"] === true)).toBe(true);
});

it("says that it cannot be known, and why", async () => {
  const { watched } = watchScripted({
    list: () => Promise.reject(new SourceError("timed-out", quoted("no answer"))),
  });
  const intents = toIntents([watched], { ...asked, reason: null }, root);
  expect(await recover(intents.slice(0, 1), [watched])).toMatchObject([
    { outcome: "unknown", server: "ts01", detail: { failure: "timed-out", recovered: true } },
  ]);
  expect(await recover(intents.slice(0, 1), [])).toMatchObject([
    { outcome: "unknown", detail: { why: "notConfigured" } },
  ]);
  const message = { ...asked, action: "sendMessage", message: "Hello", reason: null } as const;
  const { watched: answering } = watchScripted({ list: async () => [anna] });
  expect(await recover(toIntents([answering], message, root), [answering])).toMatchObject([
    { outcome: "unknown" },
    { outcome: "unknown" },
  ]);
  const event: AuditEvent = "user.add";
  const stage = { phase: "intent", actId: "1", outcome: null } as const;
  const ofUser = toEntry({ event, by: rollcallItself, user: "anna", sourceId }, stage);
  expect(await recover([ofUser], [])).toMatchObject([{ outcome: "unknown", user: "anna" }]);
});

it("leaves alone what another process has completed in the meantime", async () => {
  const { watched } = watchScripted({ list: async () => [] });
  const intents = toIntents([watched], { ...asked, reason: null }, root);
  const [first] = intents;
  const settled = first ? [toOutcome(first, "done", new Date())] : [];
  const entries = await recover(intents, [watched], settled);
  expect(entries.map(({ user }) => user)).toEqual(["bruno"]);
});
