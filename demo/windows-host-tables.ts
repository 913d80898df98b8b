import type { HostLanguage } from "./windows-host-languages";
import { type HostSession, idleMinutesOf } from "./windows-host-sessions";

interface Table {
  readonly sessions: readonly HostSession[];
  readonly language: HostLanguage;
  readonly isWide: boolean;
  /** The session of who asks, marked with `>`. */
  readonly callerId: number;
  nowMs(): number;
}

/** What `query session` prints, rows padded to 76 or 84 cells. */
export function printSessions({ sessions, language, isWide, callerId }: Table): string {
  const nameWidth = isWide ? 24 : 16;
  const print = (mark: string, name: string, user: string, id: string, rest: string) =>
    `${mark}${pad(name, nameWidth)}  ${pad(user, 20)}${id.padStart(7)}${rest}\r\n`;
  const [session, user, rest] = language.sessionHeader;
  const rows = sessions.map(({ id, name, user: who, state }) => {
    const cells = `  ${pad(language.states[state], 8)}${" ".repeat(20)}`;
    return print(markOf(id, callerId), cut(name ?? "", nameWidth), who ?? "", String(id), cells);
  });
  return print(" ", session, user, "ID", rest) + rows.join("");
}

/** What `query user` prints: names in lower case, the word for "none" not padded. */
export function printUsers({ sessions, language, callerId, nowMs }: Table): string {
  const print = (mark: string, user: string, name: string, id: string, rest: string) =>
    `${mark}${pad(user, 20)}  ${pad(name, 16)}${id.padStart(5)}${rest}\r\n`;
  const [user, session, rest] = language.userHeader;
  const rows = sessions.flatMap((one) => {
    if (one.user === null) return [];
    const { id, name, logon } = one;
    const cells = `  ${pad(language.states[one.state], 8)}${idleCell(one, language, nowMs())}${logon}`;
    return print(markOf(id, callerId), one.user.toLowerCase(), cut(name ?? "", 16), `${id}`, cells);
  });
  return rows.length === 0 ? "" : print(" ", user, session, "ID", rest) + rows.join("");
}

function idleCell(session: HostSession, { none, idleWidth }: HostLanguage, nowMs: number): string {
  const { idle, inputAt } = session;
  const text = inputAt === undefined ? idle : printIdle(idleMinutesOf(session, nowMs));
  return text === null ? none : `${text.padStart(idleWidth)}  `;
}

function printIdle(minutes: number | undefined): string | null {
  if (minutes === undefined) return null;
  if (minutes === 0) return ".";
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const two = (part: number) => String(part).padStart(2, "0");
  if (days > 0) return `${days}+${two(hours)}:${two(minutes % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes % 60)}` : String(minutes);
}

function markOf(id: number, callerId: number): string {
  return id === callerId ? ">" : " ";
}

function cut(name: string, width: number): string {
  return name.length > width ? `${name.slice(0, width - 3)}...` : name;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - cellsOf(text)));
}

function cellsOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣＀-｠]/.test(one) ? 2 : 1), 0);
}
