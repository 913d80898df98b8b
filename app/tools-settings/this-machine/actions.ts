"use server";

import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { listingSchema } from "@/lib/sessions/here";
import { lookHere } from "./look-here";

export const look = panelAction({ may: "act", input: z.undefined() }, (_, operator) =>
  lookHere(operator),
);

export const setListed = panelAction({ may: "act", input: listingSchema }, (listing, operator) =>
  rollcall().here.setListed(listing, operator),
);
