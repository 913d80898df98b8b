import { isService } from "./is-service";
import { toPlainAddress } from "./plain-address";
import { type Roll, type SourceAnswer, sessionsOf } from "./roll";
import { isSameSession, mayBeSameSession } from "./same-session";
import type { Session } from "./session";
import type {
  AskedDetail,
  DoubtfulSource,
  OtherSession,
  OtherSessions,
  SessionDetail,
} from "./session-detail";

/** Nobody reads more; the count is of all. */
const mostTold = 50;

/** The other sessions of the same user, and those from the same address. Services are not people. */
export function findOthers(
  rolls: readonly Roll[],
  asked: AskedDetail,
): Omit<SessionDetail, "acts"> {
  const answers = rolls.flatMap((roll) => roll.answers);
  const found = findAsked(answers, asked);
  const user = found?.user ?? asked.ref.user;
  const address = found?.remoteAddress ?? asked.remoteAddress;
  const plainAddress = address && toPlainAddress(address);

  const isOther = (session: Session) =>
    !isService(session) && !mayBeSameSession(asked.ref, session.ref);
  const pick = (of: string | null, isAlike: (session: Session) => boolean) =>
    of === null
      ? null
      : { of, ...pickFrom(answers, (session) => isAlike(session) && isOther(session)) };
  return {
    ofUser: pick(user, (session) => session.user === user),
    ofAddress: pick(
      address,
      ({ remoteAddress }) =>
        remoteAddress !== null && toPlainAddress(remoteAddress) === plainAddress,
    ),
    doubtful: answers.flatMap(toDoubtful),
  };
}

/** The session itself, which may be better known by now. */
function findAsked(answers: readonly SourceAnswer[], { ref }: AskedDetail): Session | undefined {
  const sessions = answers.filter(({ source }) => source.id === ref.sourceId).flatMap(sessionsOf);
  return (
    sessions.find((session) => isSameSession(ref, session.ref)) ??
    sessions.find((session) => mayBeSameSession(ref, session.ref))
  );
}

function pickFrom(
  answers: readonly SourceAnswer[],
  isMeant: (session: Session) => boolean,
): Pick<OtherSessions, "count" | "first"> {
  const first: OtherSession[] = [];
  let count = 0;
  for (const answer of answers) {
    if (answer.state === "silent") continue;
    const { source, answeredAt, state } = answer;
    const meant = answer.sessions.filter(isMeant);
    count += meant.length;
    for (const session of meant.slice(0, mostTold - first.length)) {
      first.push({ session, server: source.server, answeredAt, isStale: state === "stale" });
    }
  }
  return { count, first };
}

function toDoubtful(answer: SourceAnswer): readonly DoubtfulSource[] {
  const { server, kind } = answer.source;
  if (answer.state !== "answered") return [{ server, kind, why: answer.state }];
  const isUnnamed = answer.limits.some(({ code }) => code === "no-titles");
  return isUnnamed ? [{ server, kind, why: "unnamed" }] : [];
}
