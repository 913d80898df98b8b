"use server";

import { z } from "zod";
import { auth } from "@/lib/auth/auth";
import { givenProofSchema } from "@/lib/auth/given-proof";
import { panelAction } from "@/lib/auth/panel-action";
import { steadyNow } from "@/lib/sessions/steady-now";

export const prove = panelAction({ may: "see", input: givenProofSchema }, (given, operator) =>
  auth().proofs.prove(operator, given, steadyNow()),
);

export const askPasskey = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  auth().proofs.askPasskey(operator, steadyNow()),
);
