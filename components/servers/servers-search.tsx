import { formatCount } from "@/components/format/format-count";
import { SearchField } from "@/components/sessions/search-field";
import { sessionWords } from "@/components/sessions/session-words";
import { findServers } from "./find-servers";
import type { ServerView } from "./server-view";
import { serverWords } from "./server-words";

interface ServersSearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly servers: readonly ServerView[];
}

export function ServersSearch({ search, onSearch, servers }: ServersSearchProps) {
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
