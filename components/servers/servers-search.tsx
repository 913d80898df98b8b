import { Search } from "lucide-react";
import { formatCount } from "@/components/format/format-count";
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
      <div className="relative w-full sm:w-80">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted"
        />
        <input
          type="search"
          aria-label={serverWords.search}
          placeholder={serverWords.searchAdvice}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onSearch("")}
          className="h-9 w-full rounded-lg border border-edge bg-card pr-3 pl-9 text-[0.8125rem] placeholder:text-muted focus-visible:border-accent focus-visible:outline-offset-0"
        />
      </div>
      {search.trim() !== "" && (
        <p className="text-[0.8125rem] text-muted tabular-nums">
          {sessionWords.shownOf(formatCount(shown), formatCount(servers.length))}
        </p>
      )}
    </div>
  );
}
