import type { Depth } from "./details-part";
import { isAllowed, type Rights } from "./rights";

/** The kernel's lists are long, so they are asked for this seldom, and seldom enough for a tenth of the time. */
const detailsEveryMs = 2_000;
const restPerWork = 10;
const longestRestMs = 5_000;
/** What came or changed since has its details this much earlier. */
const newcomerLeadMs = 1_500;
const rightsEveryMs = 600_000;
/** Where something is missing: an administrator who has just added the line wants to see it. */
const lackingRightsEveryMs = 60_000;
/** Where the daemon's list failed, and the answer about the rights was lost with it. */
const rightsAgainMs = 15_000;

/** How much to ask, and when. */
export function createSchedule(nowMs: () => number) {
  let restMs = detailsEveryMs;
  let [detailsAtMs, rightsAskedAtMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const isDue = (atMs: number, everyMs: number) => nowMs() - atMs >= everyMs;

  return {
    next(rights: Rights | undefined, hasNewcomers: boolean): Depth {
      if (isDue(rightsAskedAtMs, rightsRestMs(rights))) {
        rightsAskedAtMs = nowMs();
        return "rights";
      }
      const everyMs = hasNewcomers ? restMs - newcomerLeadMs : restMs;
      return isDue(detailsAtMs, everyMs) ? "details" : "none";
    },

    looked(depth: Depth, tookMs: number): void {
      detailsAtMs = nowMs();
      // With the rights come a connection and a sudo that are no measure of the details.
      if (depth !== "details") return;
      restMs = Math.min(longestRestMs, Math.max(detailsEveryMs, tookMs * restPerWork));
    },
  };
}

function rightsRestMs(rights: Rights | undefined): number {
  if (!rights) return rightsAgainMs;
  const hasAll = isAllowed(rights, "look") && isAllowed(rights, "end");
  return hasAll ? rightsEveryMs : lackingRightsEveryMs;
}
