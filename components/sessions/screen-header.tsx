import { ChevronRight, RefreshCw } from "lucide-react";
import Link from "next/link";
import { countOf, formatCount } from "@/components/format/format-count";
import { Button } from "@/components/ui/button";
import { toolWords, words } from "@/components/words";
import type { SessionKind } from "@/lib/sessions/session";
import { IconWord } from "./cells";
import { CheckedAgo } from "./checked-ago";
import type { SourceView } from "./roll-view";
import { sessionWords } from "./session-words";
import type { TallyPart } from "./tally";

interface ScreenHeaderProps {
  readonly kind: SessionKind;
  readonly sources: readonly SourceView[];
  readonly asOf: Date;
  readonly tally: readonly TallyPart[];
  readonly count: number;
  readonly isLost: boolean;
  readonly isPaused: boolean;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => Promise<void>;
}

export function ScreenHeader(props: ScreenHeaderProps) {
  const { kind, isRefreshing, onRefresh } = props;
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{toolWords[kind].title}</h1>
        <Numbers {...props} />
      </div>
      <div className="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
        {props.sources.length > 0 && <CheckedAgo key={props.asOf.getTime()} {...props} />}
        <Button
          onClick={() => void onRefresh()}
          aria-disabled={isRefreshing}
          data-hint={isRefreshing ? sessionWords.refreshing : undefined}
        >
          <RefreshCw
            aria-hidden="true"
            className={`size-4 ${isRefreshing ? "animate-spin" : ""}`}
          />
          {sessionWords.refresh}
        </Button>
      </div>
    </header>
  );
}

export function Crumbs() {
  return (
    <nav
      aria-label={words.breadcrumb}
      className="flex items-center gap-1 text-[0.8125rem] text-muted"
    >
      <Link href="/tools-settings" className="rounded hover:text-text hover:underline">
        {words.toolsAndSettings}
      </Link>
      <ChevronRight aria-hidden="true" className="size-3.5" />
    </nav>
  );
}

function Numbers({ count, sources, tally }: ScreenHeaderProps) {
  if (sources.every((source) => source.state === "silent")) return null;
  const servers = new Set(sources.map((source) => source.server)).size;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-[0.8125rem] text-muted tabular-nums">
      <span>
        <strong className="font-semibold text-text">{formatCount(count)}</strong>{" "}
        {count === 1 ? sessionWords.session : sessionWords.sessions}
      </span>
      {tally
        .filter((part) => part.count > 0)
        .map((part) => (
          <IconWord
            key={part.word}
            icon={part.icon}
            tone={part.tone}
            word={`${formatCount(part.count)} ${part.word}`}
          />
        ))}
      {servers > 1 && <span>{countOf(servers, "server", "servers")}</span>}
    </p>
  );
}
