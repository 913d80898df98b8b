"use server";

import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { userDraftSchema } from "@/lib/sessions/user";
import { lookAtUsers } from "./look-at-users";

const ofOne = z.strictObject({ id: z.string().max(100) });

export const look = panelAction(
  {
    may: "see",
    input: z.strictObject({ search: z.string().max(200) }),
    countsAsActivity: false,
  },
  ({ search }, operator) => lookAtUsers(search, operator),
);

export const save = panelAction(
  { may: "act", input: userDraftSchema, proof: "recent" },
  (draft, operator) => rollcall().users.save(draft, operator),
);

export const setPassword = panelAction(
  { may: "act", input: ofOne.extend({ password: z.string().max(10_000) }), proof: "recent" },
  ({ id, password }, operator) => rollcall().users.setPassword(id, password, operator),
);

export const resetFactors = panelAction(
  { may: "act", input: ofOne, proof: "recent" },
  ({ id }, operator) => rollcall().users.resetFactors(id, operator),
);

export const disable = panelAction({ may: "act", input: ofOne }, ({ id }, operator) =>
  rollcall().users.disable(id, operator),
);

export const enable = panelAction({ may: "act", input: ofOne }, ({ id }, operator) =>
  rollcall().users.enable(id, operator),
);

export const remove = panelAction({ may: "act", input: ofOne }, ({ id }, operator) =>
  rollcall().users.remove(id, operator),
);
