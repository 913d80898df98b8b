import type { LucideIcon } from "lucide-react";
import type { Session } from "@/lib/sessions/session";
import type { Tone } from "./cells";
import type { SessionRow } from "./roll-view";

/** One number of the line under the title: how many sessions are doing this. */
interface TallyPart {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly count: number;
  readonly word: string;
}

export type Tally<Kind extends Session> = (
  rows: readonly SessionRow<Kind>[],
) => readonly TallyPart[];

export function countWhere<Kind extends Session>(
  rows: readonly SessionRow<Kind>[],
  isCounted: (session: Kind) => boolean,
): number {
  let count = 0;
  for (const { session } of rows) if (isCounted(session)) count += 1;
  return count;
}
