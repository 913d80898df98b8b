import { ArrowDown, Pause, Play, RefreshCw } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { Crumbs } from "@/components/frame/crumbs";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { IconWord } from "./cells";
import { LiveState } from "./live-state";
import type { Tally } from "./tally";
import type { Screen } from "./use-screen";

interface ScreenHeaderProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly tally: Tally<Kind>;
}

export function ScreenHeader<Kind extends Session>({ screen, tally }: ScreenHeaderProps<Kind>) {
  const { sessionWords } = useWords();
  const { title, roll, isRefreshing, refresh, pausedAt } = screen;
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <Numbers screen={screen} tally={tally} />
      </div>
      <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
        {roll.sources.length > 0 && <LiveState screen={screen} />}
        <div className="ml-auto flex gap-3">
          <Button
            aria-label={pausedAt ? sessionWords.resume : sessionWords.pause}
            aria-pressed={pausedAt !== null}
            data-hint={pausedAt ? sessionWords.resume : sessionWords.pause}
            onClick={screen.pause}
          >
            {pausedAt ? (
              <Play aria-hidden="true" className="size-4" />
            ) : (
              <Pause aria-hidden="true" className="size-4" />
            )}
          </Button>
          <Button
            onClick={() => void refresh()}
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
      </div>
    </header>
  );
}

function Numbers<Kind extends Session>({ screen, tally }: ScreenHeaderProps<Kind>) {
  const {
    sessionWords,
    formats: { formatCount, formFor },
  } = useWords();
  const { roll, waiting } = screen;
  // Counted when the rows stand on the screen: nobody waits for a number.
  const people = useDeferredValue(screen.people);
  const present = useMemo(() => people.filter((row) => row.endedAtMs === null), [people]);
  const parts = useMemo(() => tally(present), [tally, present]);
  if (!roll.isWhole || roll.sources.every((source) => source.state === "silent")) return null;
  const servers = new Set(roll.sources.map((source) => source.server)).size;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-[0.8125rem] text-muted tabular-nums">
      <span>
        <strong className="font-semibold text-text">{formatCount(present.length)}</strong>{" "}
        {formFor(present.length, sessionWords.session, sessionWords.sessions)}
      </span>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <IconWord
            key={part.word}
            icon={part.icon}
            tone={part.tone}
            word={`${formatCount(part.count)} ${part.word}`}
          />
        ))}
      {servers > 1 && <span>{sessionWords.servers(servers)}</span>}
      {waiting > 0 && (
        <button
          type="button"
          data-hint={sessionWords.newRowsHint}
          onClick={screen.showWaiting}
          className="-my-0.5 inline-flex items-center gap-1 rounded-full bg-accent-wash px-2.5 py-0.5 font-medium text-accent hover:underline"
        >
          <ArrowDown aria-hidden="true" className="size-3.5" />
          {sessionWords.newRows(formatCount(waiting))}
        </button>
      )}
    </p>
  );
}
