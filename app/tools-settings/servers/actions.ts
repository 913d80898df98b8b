"use server";

import { z } from "zod";
import { lookAction, refreshAction } from "@/app/tools-settings/page-actions";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { longestImport, sendsKeptCredential, serverDraftSchema } from "@/lib/sessions/server";
import { lookAtServers } from "./look-at-servers";

/** Longer than looking at a server may take; it ends by itself before. */
const findOutMs = 30_000;

export const look = lookAction((operator) => lookAtServers(operator, { fresh: false }));
export const refresh = refreshAction((operator) => lookAtServers(operator, { fresh: true }));

export const findOut = panelAction(
  { may: "act", input: serverDraftSchema, proof: sendsKeptCredential },
  (draft, operator) => rollcall().servers.findOut(draft, operator, AbortSignal.timeout(findOutMs)),
);

export const save = panelAction(
  { may: "act", input: serverDraftSchema, proof: "recent" },
  (draft, operator) => rollcall().servers.save(draft, operator),
);

export const remove = panelAction(
  { may: "act", input: z.strictObject({ id: z.string().max(100) }) },
  ({ id }, operator) => rollcall().servers.remove(id, operator),
);

export const exportYaml = panelAction({ may: "act", input: z.undefined() }, (_, operator) =>
  rollcall().servers.exportYaml(operator),
);

export const importYaml = panelAction(
  {
    may: "act",
    input: z.strictObject({ text: z.string().max(longestImport) }),
    proof: "recent",
  },
  ({ text }, operator) => rollcall().servers.importYaml(text, operator),
);
