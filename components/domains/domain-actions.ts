import type { DomainDraft, DomainSaved, DomainsImport } from "@/lib/sessions/domain";

/** What an operator who may act does on this page. */
export interface DomainActions {
  readonly save: (draft: DomainDraft) => Promise<DomainSaved>;
  readonly remove: (input: { readonly id: string }) => Promise<"removed" | "gone">;
  readonly importCsv: (input: {
    readonly text: string;
    readonly isPreview: boolean;
  }) => Promise<DomainsImport>;
}
