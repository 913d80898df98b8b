import { useState } from "react";
import { SearchField } from "@/components/sessions/search-field";
import { useWords } from "@/components/words/use-words";
import type { DomainsAnswer } from "@/lib/sessions/domain";

interface DomainsSearchProps {
  readonly answer: DomainsAnswer;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly isBusy: boolean;
}

export function DomainsSearch({ answer, search, onSearch, isBusy }: DomainsSearchProps) {
  const { domainWords } = useWords();
  const { domains, found, total } = answer;
  const [typed, setTyped] = useState(search);
  const note =
    domains.length < found
      ? domainWords.firstOf(domains.length, found)
      : domainWords.found(found, total);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField
        advice={domainWords.searchAdvice}
        search={typed}
        onSearch={(text) => {
          setTyped(text);
          onSearch(text);
        }}
      />
      <p role="status" aria-busy={isBusy} className="text-[0.8125rem] text-muted tabular-nums">
        {(search !== "" || domains.length < found) && note}
      </p>
    </div>
  );
}
