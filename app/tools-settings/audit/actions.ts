"use server";

import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";

export const verify = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  rollcall().audit.verify(operator),
);
