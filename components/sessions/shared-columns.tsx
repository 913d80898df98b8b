import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import { AddressCell, IdleCell, NameCell, SinceCell, TextCell } from "./cells";
import type { Column } from "./column";
import { idleSince, sinceWhen } from "./since-when";

/** Columns that mean the same for every kind of session. */
export function toSharedColumns(words: Words) {
  return {
    address: toAddressColumn(words),
    logon: toLogonColumn(words),
    idle: toIdleColumn(words),
  };
}

export function toUserColumn<Kind extends Session>(
  title: string,
  whyBlank: Column<Kind>["whyBlank"],
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

function toAddressColumn({ columnWords, unknownWords }: Words): Column<Session> {
  return {
    id: "address",
    widthRem: 7.75,
    title: columnWords.address,
    place: "rest",
    sortBy: ({ session }) => session.remoteAddress,
    cell: ({ session }) =>
      session.remoteAddress !== null && <AddressCell address={session.remoteAddress} />,
    whyBlank: () => unknownWords.notTold,
  };
}

function toLogonColumn({ columnWords, unknownWords }: Words): Column<Session> {
  return {
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
    whyBlank: () => unknownWords.notTold,
  };
}

function toIdleColumn({ columnWords, unknownWords }: Words): Column<Session> {
  return {
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
    whyBlank: () => unknownWords.notTold,
  };
}

/** Stands last, and only where there is more than one server. */
export function toServerColumn({ columnWords, unknownWords }: Words): Column<Session> {
  return {
    id: "server",
    widthRem: 6,
    title: columnWords.server,
    place: "rest",
    sortBy: ({ server }) => server,
    filter: { valueOf: ({ server }) => server },
    cell: ({ server }) => <TextCell text={server} />,
    whyBlank: () => unknownWords.notTold,
  };
}

/** The longest time sorts as the largest. */
function negative(since: Date | null): number | null {
  return since && -since.getTime();
}
