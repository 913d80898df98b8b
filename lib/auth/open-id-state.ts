import { randomBytes } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "@/lib/store/seal";
import type { AskSettings } from "./open-id";
import type { OpenIdQuestion } from "./open-id-client";

interface Asked extends OpenIdQuestion, AskSettings {}

/** Keeps in the browser what was asked, so that nothing is kept here for strangers. */
export interface OpenIdStates {
  seal(asked: Asked): string;
  /** Undefined where it was not sealed here and lately, or was opened before. */
  open(sealed: string): Asked | undefined;
}

/** How long somebody may take at the service. */
export const openIdLastsMs = 10 * 60_000;

const place = "OpenID Connect question";
const sealedSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  isAnew: z.boolean(),
  atMs: z.number(),
});

/** `clock`: milliseconds of a clock that nobody can set. */
export function createOpenIdStates(clock: () => number): OpenIdStates {
  // Of this process: who is under way when it ends begins again.
  const key = randomBytes(32);
  const opened = new Map<string, number>();
  const isOver = (atMs: number) => clock() - atMs > openIdLastsMs;

  const forgetOver = () => {
    for (const [state, atMs] of opened) if (isOver(atMs)) opened.delete(state);
  };
  return {
    seal: (asked) => {
      const sealed = seal(key, JSON.stringify({ ...asked, atMs: clock() }), place);
      return Buffer.from(sealed).toString("base64url");
    },

    open: (sealed) => {
      const text = unseal(key, Buffer.from(sealed, "base64url"), place);
      if (text === undefined) return undefined;
      const { atMs, ...asked } = sealedSchema.parse(JSON.parse(text));
      forgetOver();
      if (isOver(atMs) || opened.has(asked.state)) return undefined;
      opened.set(asked.state, atMs);
      return asked;
    },
  };
}
