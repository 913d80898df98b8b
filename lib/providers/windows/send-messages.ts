import { reason } from "@/lib/sessions/reason";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { parseAsked, refused } from "./ask-windows";
import { messageCommand } from "./commands";
import type { Seen } from "./look";
import { toMessageBytes } from "./message-bytes";

interface Message {
  readonly text: string;
  readonly ids: readonly number[];
  readonly seen: Seen;
}

/** By `msg`, where WTS does not work. One answer an id, in order. */
export async function sendMessages(
  transport: Transport,
  { text, ids, seen }: Message,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  const { codePage, dialect, sessions } = seen;
  const input = toMessageBytes(text, codePage);
  if (!input) {
    const why =
      codePage === null ? reason("lettersMissingUnknown") : reason("lettersMissing", { codePage });
    return ids.map(() => refused(why));
  }
  const users = new Set(sessions.map(({ user }) => user));
  const answers = await Promise.allSettled(
    ids.map(async (id) => {
      // To msg a number is the id of a session as well as the name of a user.
      if (users.has(String(id))) return [refused(reason("shownToUser", { id }))];
      const answer = await transport.run(messageCommand(dialect, id), signal, input);
      return parseAsked(answer.stdout, [id], codePage);
    }),
  );
  const taken = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const lost = answers.find((answer) => answer.status === "rejected");
  if (lost) throw toLoss(lost.reason, taken.length, ids.length);
  return taken;
}

/** A server that refuses one command has not refused those before it. */
function toLoss(error: unknown, taken: number, all: number): unknown {
  if (taken === 0 || !(error instanceof SourceError)) return error;
  const why = reason("tookSome", { taken, all, why: error.reason });
  return new SourceError("unreachable", why, { cause: error });
}
