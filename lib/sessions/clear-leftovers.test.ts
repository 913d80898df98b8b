import { expect, test } from "vitest";
import { keepTrail } from "@/tests/support/kept-trail";
import { toSight } from "@/tests/support/sights";
import { clearLeftovers } from "./clear-leftovers";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import { SourceError } from "./source-error";
import type { SourceLimit } from "./source-limit";
import { watchSource } from "./watched-source";

const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const trail = keepTrail();
const settings = { trail, askTimeoutMs: 1000, reportBug: () => undefined };

test("what was left is gone from the answer that follows", async () => {
  const watched = watchLeft(async (left) => left.splice(0));
  expect(await limitCodes(watched)).toEqual(["leftovers"]);
  expect(await clearLeftovers(watched, root, settings)).toEqual({ status: "done" });
  expect(await limitCodes(watched)).toEqual([]);
});

test("a server that refuses is given in its own words", async () => {
  const watched = watchLeft(() => Promise.reject(new SourceError("refused", quoted("not root"))));
  expect(await clearLeftovers(watched, root, settings)).toEqual({
    status: "failed",
    failure: { code: "refused", reason: quoted("not root") },
  });
});

test.each([
  ["may only see", { ...root, mayAct: false }],
  ["sees only what is their own", { ...root, sees: toSight(["root"], ["example.com"]) }],
])("an operator who %s clears nothing", async (_, operator) => {
  const watched = watchLeft(async (left) => left.splice(0));
  await expect(clearLeftovers(watched, operator, settings)).rejects.toThrow("may not clear");
  expect(await limitCodes(watched)).toEqual(["leftovers"]);
});

test("a source without anything to clear is not asked", async () => {
  const clearing = await clearLeftovers(undefined, root, settings);
  expect(clearing).toMatchObject({ status: "failed", failure: { code: "unreachable" } });
});

type Watched = ReturnType<typeof watchSource>;

function watchLeft(clear: (left: SourceLimit[]) => Promise<unknown>): Watched {
  const left: SourceLimit[] = [{ code: "leftovers", remedy: null, count: 3 }];
  const label = { id: "web01/proftpd", server: "web01", provider: "proftpd", kind: "ftp" } as const;
  const source = {
    id: label.id,
    list: async () => [],
    act: async () => [],
    limits: () => [...left],
    clearLeftovers: async () => void (await clear(left)),
  };
  return watchSource(label, source, { timeoutMs: 1000, now: () => new Date(), ...settings });
}

async function limitCodes(watched: Watched) {
  const answer = await watched.lookAfresh();
  return answer.state === "answered" ? answer.limits.map(({ code }) => code) : answer.state;
}
