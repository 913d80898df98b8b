import type { TerminalSession, TerminalStatus } from "@/lib/sessions/session";
import { toDate, toKnownTicks, toSecondsBetween } from "./file-time";
import { firstListenerId } from "./state-words";
import { actionsOfRow, isServiceRow } from "./terminal-actions";
import type { WtsList, WtsRow } from "./wts-rows";

/** WTS_CONNECTSTATE_CLASS, from 0, and its words in English. */
const states: readonly (readonly [TerminalStatus, string])[] = [
  ["logged-in", "Active"],
  ["connected", "Conn"],
  ["connect-query", "ConnQ"],
  ["shadowing", "Shadow"],
  ["disconnected", "Disc"],
  ["idle", "Idle"],
  ["listening", "Listen"],
  ["reset", "Reset"],
  ["down", "Down"],
  ["init", "Init"],
];

export function toWtsStatus({ state }: WtsRow): TerminalStatus {
  return states[state]?.[0] ?? "unknown";
}

/** Null where it is not known; Windows does not keep it for the console. */
export function toWtsIdleSeconds(row: WtsRow, now: string): number | null {
  const nowTicks = BigInt(now);
  const isDisconnected = toWtsStatus(row) === "disconnected";
  if (!isDisconnected && row.name.toLowerCase() === "console") return null;
  const used = isDisconnected ? [row.disconnect, row.input] : [row.input];
  const [latest] = used
    .flatMap((fileTime) => toKnownTicks(fileTime, nowTicks) ?? [])
    .sort((one, other) => (one < other ? 1 : -1));
  return latest === undefined ? null : toSecondsBetween(latest, nowTicks);
}

/** What the tables of text do not tell. */
export function toWtsDetails(
  row: WtsRow,
  now: string,
): Pick<TerminalSession, "domain" | "clientName" | "remoteAddress" | "startedAt"> {
  const logon = row.user === "" ? null : toKnownTicks(row.logon, BigInt(now));
  return {
    domain: row.domain || null,
    clientName: row.client || null,
    remoteAddress: row.address || null,
    startedAt: logon === null ? null : toDate(logon),
  };
}

export function isLogonKnown(row: WtsRow): boolean {
  return BigInt(row.logon) > 0n;
}

/** What tells it from the next session with its id. */
export function toWtsStart(row: WtsRow): string | null {
  return row.user !== "" && isLogonKnown(row) ? row.logon : null;
}

/** Where there is no text, WTS alone makes the list, and the identity with it. */
export function toWtsSessions(list: WtsList, sourceId: string): readonly TerminalSession[] {
  return list.sessions.map((row) => {
    const user = row.user || null;
    const name = row.name || null;
    const start = toWtsStart(row);
    const status = row.id >= firstListenerId ? "listening" : toWtsStatus(row);
    return {
      kind: "terminal",
      ref: { sourceId, id: String(row.id), user, start, name },
      id: row.id,
      user,
      name,
      status,
      statusText: states[row.state]?.[1] ?? String(row.state),
      isService: isServiceRow({ id: row.id, name, status }),
      idleSeconds: user === null ? null : toWtsIdleSeconds(row, list.now),
      actions: actionsOfRow({ id: row.id, user, name, status, start }),
      pid: null,
      idleText: null,
      logonText: null,
      ...toWtsDetails(row, list.now),
    };
  });
}
