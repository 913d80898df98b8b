import type { TerminalSession } from "@/lib/sessions/session";
import { isPrintedAs } from "./is-printed-as";
import { findWtsRow } from "./to-sessions";
import type { KnownWts } from "./wts-memory";
import { toWtsStart } from "./wts-session";

/** How a session was named at first, and all that either list has told since of when it began. */
interface Names {
  readonly user: string;
  readonly start: string | null;
  readonly text: string | null;
  readonly logon: string | null;
}

/**
 * The two lists write a user and a beginning in different ways, and either may fail at any look. So a
 * session keeps the names that it had first: under the names of the other list it would seem to have
 * ended. Where nothing tells whether it is the same one, its start is not known.
 */
export function createSteadyNames() {
  const namesOf = new Map<string, Names>();

  const toSteady = (session: TerminalSession, now: Names): TerminalSession => {
    const { id } = session.ref;
    const before = namesOf.get(id);
    if (!before || isOther(before, now)) {
      if (now.start !== null) namesOf.set(id, now);
      return session;
    }
    const isSame = isEqual(before.text, now.text) || isEqual(before.logon, now.logon);
    if (!isSame) return rename(session, { user: before.user, start: null });
    const told = { text: now.text ?? before.text, logon: now.logon ?? before.logon };
    namesOf.set(id, { ...before, ...told });
    return rename(session, before);
  };

  return (sessions: readonly TerminalSession[], known: KnownWts | undefined) =>
    sessions.map((session) => {
      const { user, ref, logonText: text } = session;
      return user === null
        ? session
        : toSteady(session, { user, start: ref.start, text, logon: findLogon(session, known) });
    });
}

function findLogon(
  { ref, user, name }: TerminalSession,
  known: KnownWts | undefined,
): string | null {
  const told = findWtsRow({ id: Number(ref.id), userName: user, sessionName: name }, known);
  return told ? toWtsStart(told) : null;
}

function isOther(before: Names, now: Names): boolean {
  if (isDifferent(before.text, now.text) || isDifferent(before.logon, now.logon)) return true;
  return !isPrintedAs(before.user, now.user) && !isPrintedAs(now.user, before.user);
}

function isEqual(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function isDifferent(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function rename(
  session: TerminalSession,
  { user, start }: Pick<Names, "user" | "start">,
): TerminalSession {
  const actions = start === null ? [] : session.actions;
  return { ...session, ref: { ...session.ref, user, start }, user, actions };
}
