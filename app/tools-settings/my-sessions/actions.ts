"use server";

import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { mostWithoutProof } from "@/lib/sessions/proof";
import { lookAtMySessions } from "./look-at-my-sessions";

export const look = panelAction(
  { may: "see", input: z.undefined(), countsAsActivity: false },
  (_, operator) => lookAtMySessions(operator),
);

/** For viewers too: these are their own. */
export const end = panelAction(
  {
    may: "see",
    input: z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(1000) }),
    proof: ({ ids }) => ids.length > mostWithoutProof,
  },
  ({ ids }, operator) => rollcall().ownSessions.end(ids, operator),
);
