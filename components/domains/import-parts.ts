import type { Words } from "@/components/words/words";
import type { DomainsImport } from "@/lib/sessions/domain";

/** "3 domains added", "12 lines known already". */
export function toImportParts(
  { domainCsvWords }: Words,
  { domainsAdded, domainsGiven, accountsAdded, accountsChanged, unchanged }: DomainsImport,
): readonly string[] {
  const parts = [
    { count: domainsAdded, word: domainCsvWords.domainsAdded },
    { count: domainsGiven, word: domainCsvWords.domainsGiven },
    { count: accountsAdded, word: domainCsvWords.accountsAdded },
    { count: accountsChanged, word: domainCsvWords.accountsChanged },
    { count: unchanged, word: domainCsvWords.unchanged },
  ];
  return parts.filter(({ count }) => count > 0).map(({ count, word }) => word(count));
}
