"use server";

import { z } from "zod";
import { auth } from "@/lib/auth/auth";
import { madePasskeySchema, passkeyNameSchema } from "@/lib/auth/given-proof";
import { panelAction } from "@/lib/auth/panel-action";
import { steadyNow } from "@/lib/sessions/steady-now";

// A viewer may do all of this too: it is their own.

const password = z.string().max(1000);
const id = z.string().max(2000);

export const changePassword = panelAction(
  { may: "see", input: z.strictObject({ password }), proof: "recent" },
  (given, operator) => auth().account.changePassword(operator, given.password, steadyNow()),
);

export const offerTotp = panelAction(
  { may: "see", input: z.undefined(), proof: "recent" },
  async (_, operator) => auth().account.offerTotp(operator),
);

export const addTotp = panelAction(
  { may: "see", input: z.strictObject({ code: z.string().max(100) }), proof: "recent" },
  ({ code }, operator) => auth().account.addTotp(operator, code, steadyNow()),
);

export const askToAddPasskey = panelAction(
  { may: "see", input: z.undefined(), proof: "recent" },
  (_, operator) => auth().account.askToAddPasskey(operator, steadyNow()),
);

export const addPasskey = panelAction(
  {
    may: "see",
    input: z.strictObject({ made: madePasskeySchema, name: passkeyNameSchema }),
    proof: "recent",
  },
  ({ made, name }, operator) => auth().account.addPasskey(operator, made, name, steadyNow()),
);

export const renamePasskey = panelAction(
  { may: "see", input: z.strictObject({ id, name: passkeyNameSchema }), proof: "recent" },
  (given, operator) => auth().account.renamePasskey(operator, given.id, given.name),
);

const whichSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("totp") }),
  z.strictObject({ kind: z.literal("passkey"), id }),
]);

export const removeFactor = panelAction(
  {
    may: "see",
    input: z.strictObject({ which: whichSchema, password: password.nullable() }),
    proof: "recent",
  },
  ({ which, password: typed }, operator) =>
    auth().account.removeFactor(operator, which, typed, steadyNow()),
);

export const makeBackupCodes = panelAction(
  { may: "see", input: z.undefined(), proof: "recent" },
  (_, operator) => auth().account.makeBackupCodes(operator, steadyNow()),
);
