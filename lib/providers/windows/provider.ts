import { z } from "zod";
import { defineProvider } from "@/lib/sessions/session-provider";
import type { SessionSource } from "@/lib/sessions/session-source";
import { beforeAsking } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { compare, idsToAsk, parseAsked } from "./ask-windows";
import { type CodePage, isKnownCodePage } from "./code-page";
import { actCommands, queryCommands } from "./commands";
import { parseListing } from "./read-listing";
import { askForDialect, parseDialect, type ShellDialect } from "./shell-dialect";
import { toSessions } from "./to-sessions";

const settingsSchema = z.strictObject({
  /** The WTS script does not exist yet: with both, sessions are read from `query session`. */
  wts: z.enum(["auto", "off"]).default("auto"),
  codePage: z
    .union([z.literal("auto"), z.int().refine(isKnownCodePage, "is not a code page that is known")])
    .default("auto"),
});

export const windowsProvider = defineProvider({
  name: "windows",
  kind: "terminal",
  title: "Windows Terminal Services",
  settingsSchema,
  open: (sourceId, { codePage }, transport) =>
    openSource(sourceId, codePage === "auto" ? null : codePage, transport),
});

function openSource(
  sourceId: string,
  givenCodePage: CodePage,
  transport: Transport,
): SessionSource {
  let knownDialect: ShellDialect | undefined;

  async function look(signal: AbortSignal) {
    const dialect =
      knownDialect ?? parseDialect((await transport.run(askForDialect, signal)).stdout);
    // Forgotten until the answer is read: the shell may have been changed since.
    knownDialect = undefined;
    const answer = await transport.run(queryCommands[dialect], signal);
    const listing = parseListing(answer, givenCodePage);
    knownDialect = dialect;
    return { dialect, codePage: listing.codePage, sessions: toSessions(listing, sourceId) };
  }

  return {
    id: sourceId,
    async list(signal) {
      return (await look(signal)).sessions;
    },
    async act(refs, action, signal) {
      if (action !== "disconnect" && action !== "logOff") {
        throw new Error("a terminal session is disconnected or logged off");
      }
      const { dialect, codePage, sessions } = await beforeAsking(look(signal));
      const compared = refs.map((ref) => compare(ref, action, sessions));
      const ids = idsToAsk(compared);
      if (ids.length === 0) return parseAsked(new Uint8Array(), compared, codePage);
      const answer = await transport.run(actCommands[action][dialect](ids), signal);
      return parseAsked(answer.stdout, compared, codePage);
    },
  };
}
