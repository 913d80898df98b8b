import { expect, it } from "vitest";
import { outcomeSchema } from "./schemas";
import { toApiOutcome } from "./to-api-outcome";

it("says who has ended it and when where that is known, and is what the schema says", () => {
  const at = new Date("2026-11-23T18:00:00Z");
  const by = { operator: "boris", action: "remove", at, secondsAgo: 12 } as const;
  const known = toApiOutcome("remove", { status: "alreadyGone", by });
  expect(outcomeSchema.strict().parse({ ref: "x", ...known })).toEqual({
    ref: "x",
    status: "already-gone",
    message: "Already removed by boris, 12 s ago.",
    by: "boris",
    at: "2026-11-23T18:00:00.000Z",
  });
  const unknown = toApiOutcome("remove", { status: "alreadyGone" });
  expect(Object.keys(outcomeSchema.strict().parse({ ref: "x", ...unknown }))).toEqual([
    "ref",
    "status",
    "message",
  ]);
});
