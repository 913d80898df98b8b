import { expect, it } from "vitest";
import { toFact } from "@/lib/sessions/record";
import { keepTrail } from "@/tests/support/kept-trail";
import { createRefusalTally } from "./refusal-tally";

function toRefusal(user: string, address: string) {
  const by = { name: "not signed in", address };
  const detail = { why: "wrong" };
  return toFact({ event: "sign-in.refuse", by, user, address, detail }, "refused");
}

it("writes the first refusal at once, and the others of its kind in one entry", async () => {
  const trail = keepTrail();
  const tally = createRefusalTally(trail.owe);
  for (let tries = 0; tries < 1000; tries++) {
    tally.noteRefusal(toRefusal("anna", "192.0.2.7"), "192.0.2.7");
  }
  tally.noteRefusal(toRefusal("anna", "192.0.2.8"), "192.0.2.8");
  expect(trail.entries).toMatchObject([
    { user: "anna", address: "192.0.2.7", outcome: "refused", detail: { why: "wrong" } },
    { user: "anna", address: "192.0.2.8" },
  ]);
  await tally.flush();
  expect(trail.entries.slice(2)).toMatchObject([
    { user: "anna", address: "192.0.2.7", detail: { why: "wrong", more: 999 } },
  ]);
  tally.noteRefusal(toRefusal("anna", "192.0.2.7"), "192.0.2.7");
  await tally.flush();
  expect(trail.entries).toHaveLength(4);
});

it("writes about a hundred entries of a flood from everywhere, and counts every refusal", async () => {
  const trail = keepTrail();
  const tally = createRefusalTally(trail.owe);
  for (let tries = 0; tries < 10_000; tries++) {
    const address = `198.51.${tries % 100}.${tries % 5}`;
    tally.noteRefusal(toRefusal(`user${tries % 100}`, address), address);
  }
  await tally.flush();
  expect(trail.entries.length).toBeLessThanOrEqual(101);
  const counted = trail.entries.map(({ detail }) => Number(detail["more"] ?? 1));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(10_000);
});
