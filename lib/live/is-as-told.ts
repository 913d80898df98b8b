import type { Session } from "@/lib/sessions/session";

/** A session as it was told, and when its source had said so. */
export interface ToldSession {
  readonly at: Date;
  readonly session: Session;
}

/** Counters are whole seconds, and an answer takes its time on the way. */
const slackSeconds = 1.5;

const counters: ReadonlySet<string> = new Set(["idleSeconds", "connectedSeconds"]);

/** True when who counts on from what was told sees what the session is now. */
export function isAsTold(
  { at, session: told }: ToldSession,
  session: Session,
  answeredAt: Date,
): boolean {
  const passed = (answeredAt.getTime() - at.getTime()) / 1000;
  return (
    isIdleAsTold(told.idleSeconds, session, passed) &&
    isCountedOn(connectedSecondsOf(told), connectedSecondsOf(session), passed) &&
    Object.keys(session).every(
      (name) => counters.has(name) || isAlike(Reflect.get(told, name), Reflect.get(session, name)),
    )
  );
}

function isIdleAsTold(told: number | null, session: Session, passed: number): boolean {
  const { idleSeconds } = session;
  const isInMinutes =
    session.kind === "terminal" && session.idleText !== null && (idleSeconds ?? 0) % 60 === 0;
  if (!isInMinutes) return isCountedOn(told, idleSeconds, passed);
  // Text that says 5 minutes stands for any second of the sixth, but nobody active is told to be idle.
  const most = idleSeconds === 0 ? 60 - slackSeconds : 60 + slackSeconds;
  return isCountedOn(told, idleSeconds, passed, most);
}

function isCountedOn(
  told: number | null,
  counted: number | null,
  passed: number,
  mostAhead: number = slackSeconds,
): boolean {
  if (told === null || counted === null) return told === counted;
  const ahead = told + passed - counted;
  return -slackSeconds <= ahead && ahead <= mostAhead;
}

function connectedSecondsOf(session: Session): number | null {
  return session.kind === "ftp" ? session.connectedSeconds : null;
}

/** Of what sessions are made of: plain values, dates, and lists and objects of those. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isAlike(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
