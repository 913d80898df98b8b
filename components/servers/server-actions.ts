import { isRedirect } from "@/components/ui/use-look";
import type { ProofNeeded } from "@/lib/sessions/proof";
import type { Finding, Imported, Removed, Saved, ServerDraft } from "@/lib/sessions/server";
import type { ToolState } from "@/lib/sessions/tool-state";
import type { ServersView } from "./server-view";

export interface ServersAnswer {
  readonly view: ServersView;
  readonly tools: readonly ToolState[];
}

/** What an operator who may act does on this page. */
export interface ServerActions {
  readonly findOut: (draft: ServerDraft) => Promise<Finding | ProofNeeded>;
  readonly save: (draft: ServerDraft) => Promise<Saved | ProofNeeded>;
  readonly remove: (input: { readonly id: string }) => Promise<Removed>;
  readonly exportYaml: () => Promise<string>;
  readonly importYaml: (input: { readonly text: string }) => Promise<Imported | ProofNeeded>;
}

/** Undefined when Rollcall did not answer: whether anything happened is then not known. */
export async function answerOrLost<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isRedirect(error)) throw error;
    return undefined;
  }
}
