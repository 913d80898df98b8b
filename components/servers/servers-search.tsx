"use client";

import { SearchField } from "@/components/sessions/search-field";
import { useWords } from "@/components/words/use-words";
import { findServers } from "./find-servers";
import type { ServerView } from "./server-view";

interface ServersSearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly servers: readonly ServerView[];
}

export function ServersSearch({ search, onSearch, servers }: ServersSearchProps) {
  const {
    serverWords,
    sessionWords,
    formats: { formatCount },
  } = useWords();
  const shown = findServers(servers, search).length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField advice={serverWords.searchAdvice} search={search} onSearch={onSearch} />
      {search.trim() !== "" && (
        <p className="text-[0.8125rem] text-muted tabular-nums">
          {sessionWords.shownOf(formatCount(shown), formatCount(servers.length))}
        </p>
      )}
    </div>
  );
}
