import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import type { CodePage } from "./code-page";
import { queryCommands } from "./commands";
import { type Listing, parseListing } from "./read-listing";
import { askForDialect, parseDialect, type ShellDialect } from "./shell-dialect";
import { signatureOf } from "./to-sessions";
import { wtsListCommands } from "./wts-command";
import { createWtsMemory, type KnownWts, waitPatiently } from "./wts-memory";

export interface ListSettings {
  readonly sourceId: string;
  /** What the operator says it is. */
  readonly givenCodePage: CodePage;
  readonly usesWts: boolean;
}

/** Longer than WTS ever takes. */
const wtsEndsMs = 6_000;

/** The two lists of a Windows server: its tables of text, and WTS. */
export function createLists({ givenCodePage, usesWts }: ListSettings, transport: Transport) {
  const wts = createWtsMemory();
  let knownDialect: ShellDialect | undefined;

  const mayAskWts = () => usesWts && wts.mayWork();
  const knownWts = () => (mayAskWts() ? wts.known() : undefined);
  const beginWts = (dialect: ShellDialect) =>
    wts.ask((within) => transport.run(wtsListCommands[dialect], within));
  const askWts = (dialect: ShellDialect, signal: AbortSignal) =>
    waitPatiently(beginWts(dialect), wtsEndsMs, signal);

  return {
    mayAskWts,
    askWts,
    knownWts,

    findDialect: async (signal: AbortSignal) =>
      knownDialect ?? parseDialect((await transport.run(askForDialect, signal)).stdout),

    /** Asks only when it is time to, and does not wait for long. */
    async askWtsIfDue(dialect: ShellDialect, patienceMs: number, signal: AbortSignal) {
      if (!mayAskWts() || !wts.isDue()) return;
      await waitPatiently(beginWts(dialect), patienceMs, signal);
    },

    /** Returns why the text cannot be read; throws when there is no answer. */
    async readText(dialect: ShellDialect, signal: AbortSignal): Promise<Listing | SourceError> {
      // Forgotten until an answer is read: the shell may have been changed since.
      knownDialect = undefined;
      const answer = await transport.run(queryCommands[dialect], signal);
      const listing = tryToParse(() => parseListing(answer, givenCodePage));
      if (listing instanceof SourceError) return listing;
      knownDialect = dialect;
      wts.noteText(listing.sessions.map(signatureOf));
      return listing;
    },

    /** Where the text cannot be read: what WTS tells. Throws `failure`, that of the text, if nothing. */
    async readWts(
      dialect: ShellDialect,
      { failure, maxAgeMs }: { readonly failure: SourceError; readonly maxAgeMs: number },
      signal: AbortSignal,
    ): Promise<KnownWts> {
      const beganAtMs = performance.now();
      const findYoung = () => {
        const known = knownWts();
        return known && known.ageMs <= Math.max(maxAgeMs, performance.now() - beganAtMs)
          ? known
          : undefined;
      };
      if (!findYoung() && mayAskWts()) await askWts(dialect, signal);
      const known = findYoung();
      if (!known) throw failure;
      knownDialect = dialect;
      return known;
    },
  };
}

function tryToParse(parse: () => Listing): Listing | SourceError {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}
