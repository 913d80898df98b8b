import type { Session } from "@/lib/sessions/session";
import { AddressCell, IdleCell, NameCell, SinceCell, TextCell } from "./cells";
import type { Column } from "./column";
import { columnWords, unknownWords } from "./session-words";
import { idleSince, sinceWhen } from "./since-when";

const notTold = () => unknownWords.notTold;

/** Columns that mean the same for every kind of session. */

export function userColumn<Kind extends Session>(
  title: string,
  whyBlank: Column<Kind>["whyBlank"] = notTold,
): Column<Kind> {
  return {
    id: "user",
    widthRem: 8,
    title,
    place: "who",
    sortBy: ({ session }) => session.user,
    cell: ({ session }) => session.user !== null && <NameCell name={session.user} />,
    whyBlank,
  };
}

export const addressColumn: Column<Session> = {
  id: "address",
  widthRem: 7.75,
  title: columnWords.address,
  place: "rest",
  sortBy: ({ session }) => session.remoteAddress,
  cell: ({ session }) =>
    session.remoteAddress !== null && <AddressCell address={session.remoteAddress} />,
  whyBlank: notTold,
};

export const logonColumn: Column<Session> = {
  id: "logon",
  widthRem: 5.25,
  title: columnWords.logon,
  place: "rest",
  isNumber: true,
  sortBy: (row) => negative(sinceWhen(row)),
  cell: (row, asOf) => {
    const since = sinceWhen(row);
    return since && <SinceCell since={since} asOf={asOf} />;
  },
  whyBlank: notTold,
};

export const idleColumn: Column<Session> = {
  id: "idle",
  widthRem: 4.5,
  title: columnWords.idle,
  place: "rest",
  isNumber: true,
  // From when, for the seconds are counted from another answer in each row.
  sortBy: (row) => negative(idleSince(row)),
  cell: (row) => {
    const [seconds, since] = [row.session.idleSeconds, idleSince(row)];
    return seconds !== null && since && <IdleCell seconds={seconds} since={since} />;
  },
  whyBlank: notTold,
};

/** Stands last, and only where there is more than one server. */
export const serverColumn: Column<Session> = {
  id: "server",
  widthRem: 6,
  title: columnWords.server,
  place: "rest",
  sortBy: ({ server }) => server,
  filter: { valueOf: ({ server }) => server },
  cell: ({ server }) => <TextCell text={server} />,
  whyBlank: notTold,
};

/** The longest time sorts as the largest. */
function negative(since: Date | null): number | null {
  return since && -since.getTime();
}
