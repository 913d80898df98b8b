import { reason } from "@/lib/sessions/reason";
import type { TerminalAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { beforeAsking } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import { compare, idsToAsk, inOrder, parseAsked, refused } from "./ask-windows";
import { parseWtsAsked, toActInput } from "./ask-wts";
import { actCommand } from "./commands";
import type { ListSettings } from "./lists";
import { createLooks, type Seen } from "./look";
import { sendMessages } from "./send-messages";
import { wtsActCommands } from "./wts-command";
import type { WtsRow } from "./wts-rows";

const weakCompare: SourceLimit = { code: "weak-compare", remedy: null, count: null };
const noTimes: SourceLimit = { code: "no-times", remedy: null, count: null };

/** What is asked of every session. */
type Request =
  | { readonly action: Exclude<TerminalAction, "sendMessage"> }
  | { readonly action: "sendMessage"; readonly text: string };

export function openWindowsSource(settings: ListSettings, transport: Transport): SessionSource {
  const looks = createLooks(settings, transport);

  async function ask(refs: readonly SessionRef[], request: Request, signal: AbortSignal) {
    const seen = await beforeAsking(looks.lookToAct(refs, signal));
    const compared = refs.map((ref) => compare(ref, request.action, seen.sessions));
    const ids = idsToAsk(compared);
    const answers = ids.length > 0 ? await send(transport, { request, ids, seen }, signal) : [];
    return inOrder(compared, ids, answers);
  }

  return {
    id: settings.sourceId,
    list: looks.list,
    async act(refs, action, signal) {
      if (action === "remove" || action === "forceRemove") {
        throw new Error("a terminal session is disconnected, logged off or reset");
      }
      return ask(refs, { action }, signal);
    },
    sendMessage: (refs, text, signal) => ask(refs, { action: "sendMessage", text }, signal),
    limits: () => [
      ...(looks.isCompareWeak() ? [weakCompare] : []),
      ...(looks.lacksTimes() ? [noTimes] : []),
    ],
  };
}

interface Sending {
  readonly request: Request;
  readonly ids: readonly number[];
  readonly seen: Seen;
}

/** One answer an id, in order. Where WTS works, its script compares and acts in one step. */
async function send(
  transport: Transport,
  { request, ids, seen }: Sending,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  if (seen.rows) return sendToWts(transport, { request, ids, seen }, seen.rows, signal);
  if (request.action === "sendMessage") {
    return sendMessages(transport, { text: request.text, ids, seen }, signal);
  }
  const command = actCommand(request.action, seen.dialect, ids);
  const answer = await transport.run(command, signal);
  return parseAsked(answer.stdout, ids, seen.codePage);
}

async function sendToWts(
  transport: Transport,
  { request, ids, seen }: Sending,
  known: ReadonlyMap<number, WtsRow>,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  const rows = ids.flatMap((id) => known.get(id) ?? []);
  if (rows.length === 0) return ids.map(() => notAgreed);
  const text = request.action === "sendMessage" ? request.text : null;
  const input = toActInput(request.action, rows, text);
  const answer = await transport.run(wtsActCommands[seen.dialect], signal, input);
  const asked = parseWtsAsked(answer, rows);
  const answers = new Map(rows.map((row, at) => [row.id, asked[at]]));
  return ids.map((id) => answers.get(id) ?? notAgreed);
}

const notAgreed = refused(reason("listsDisagree"));
