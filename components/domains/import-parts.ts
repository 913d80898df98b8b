import type { DomainsImport } from "@/lib/sessions/domain";
import { domainCsvWords } from "./domain-words";

/** "3 domains added", "12 lines known already". */
export function toImportParts(done: DomainsImport): readonly string[] {
  const { domainsAdded, domainsGiven, accountsAdded, accountsChanged, unchanged } = done;
  const parts = [
    { count: domainsAdded, word: domainCsvWords.domainsAdded },
    { count: domainsGiven, word: domainCsvWords.domainsGiven },
    { count: accountsAdded, word: domainCsvWords.accountsAdded },
    { count: accountsChanged, word: domainCsvWords.accountsChanged },
    { count: unchanged, word: domainCsvWords.unchanged },
  ];
  return parts.filter(({ count }) => count > 0).map(({ count, word }) => word(count));
}
