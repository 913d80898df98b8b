"use server";

import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { domainDraftSchema, longestDomainsCsv } from "@/lib/sessions/domain";

export const save = panelAction({ may: "act", input: domainDraftSchema }, (draft, operator) =>
  rollcall().domains.save(draft, operator),
);

export const remove = panelAction(
  { may: "act", input: z.strictObject({ id: z.string().max(100) }) },
  ({ id }, operator) => rollcall().domains.remove(id, operator),
);

export const importCsv = panelAction(
  {
    may: "act",
    input: z.strictObject({ text: z.string().max(longestDomainsCsv), isPreview: z.boolean() }),
  },
  (file, operator) => rollcall().domains.importCsv(file, operator),
);

export const exportCsv = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  rollcall().domains.exportCsv(operator),
);
