import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { OfferedAction } from "./roll-answer";
import type { ShownRow } from "./roll-view";
import { whyNotOffered } from "./why-not-offered";

/** What the dialog asks about: the sessions as they were when it opened. */
export interface AskedAction<Kind extends Session> {
  readonly offered: OfferedAction;
  readonly rows: readonly ShownRow<Kind>[];
  /** Chosen too, but this cannot be done with them: users by the reason. They are not sent. */
  readonly leftOut: ReadonlyMap<string, readonly (string | null)[]>;
}

export function toAsked<Kind extends Session>(
  words: Words,
  offered: OfferedAction,
  chosen: readonly ShownRow<Kind>[],
): AskedAction<Kind> {
  const rows: ShownRow<Kind>[] = [];
  const leftOut = new Map<string, (string | null)[]>();
  for (const row of chosen) {
    const why = whyNotOffered(words, row, offered.action);
    const users = why !== null && leftOut.get(why);
    if (why === null) rows.push(row);
    else if (users) users.push(row.session.user);
    else leftOut.set(why, [row.session.user]);
  }
  return { offered, rows, leftOut };
}
