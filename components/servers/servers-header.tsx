"use client";

import { Plus, RefreshCw, Upload } from "lucide-react";
import { Crumbs } from "@/components/frame/crumbs";
import { IconWord } from "@/components/sessions/cells";
import { CheckedAgo } from "@/components/sessions/checked-ago";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useWords } from "@/components/words/use-words";
import type { AskedServer } from "./asked-dialog";
import { ExportButton } from "./export-button";
import { healthLooks } from "./health-looks";
import type { ServerActions } from "./server-actions";
import { type HealthState, healthOf } from "./server-health";
import type { ServerView } from "./server-view";
import type { useServers } from "./use-servers";

interface ServersHeaderProps {
  readonly screen: ReturnType<typeof useServers>;
  readonly actions: ServerActions | null;
  readonly onAsk: (asked: AskedServer) => void;
  readonly onSaid: (said: string) => void;
}

export function ServersHeader({ screen, actions, onAsk, onSaid }: ServersHeaderProps) {
  const { toolWords, serverWords, serverImportWords, sessionWords, thisMachineWords } = useWords();
  const { view, isLost, isRefreshing, refresh } = screen;
  const asked = view.servers.flatMap(({ sources }) => sources.flatMap((each) => each.asked ?? []));
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{toolWords.servers.title}</h1>
        <Numbers servers={view.servers} />
      </div>
      <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
        {asked.length > 0 && (
          <CheckedAgo
            key={view.asOf.getTime()}
            sources={asked}
            asOf={view.asOf}
            lost={isLost ? sessionWords.reconnectingHint : null}
            note={screen.isPaused ? sessionWords.paused : null}
            isPaused={screen.isPaused}
          />
        )}
        <Button onClick={() => void refresh()} aria-disabled={isRefreshing}>
          <RefreshCw
            aria-hidden="true"
            className={`size-4 ${isRefreshing ? "animate-spin" : ""}`}
          />
          {sessionWords.refresh}
        </Button>
        {actions && (
          <>
            <ButtonLink href="/tools-settings/this-machine" look="plain">
              {thisMachineWords.title}
            </ButtonLink>
            <Button onClick={() => onAsk({ kind: "import" })} data-hint={serverImportWords.title}>
              <Upload aria-hidden="true" className="size-4" />
              <span className="max-xl:sr-only">{serverWords.import}</span>
            </Button>
            <ExportButton
              exportYaml={actions.exportYaml}
              onSaid={onSaid}
              hint={serverImportWords.exportHint}
            />
            <Button look="accent" onClick={() => onAsk({ kind: "edit", server: null })}>
              <Plus aria-hidden="true" className="size-4" />
              {serverWords.add}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}

const counted = [
  "answered",
  "stale",
  "partly",
  "silent",
  "unusable",
  "notAsked",
] as const satisfies readonly HealthState[];

function Numbers({ servers }: { readonly servers: readonly ServerView[] }) {
  const {
    toolCountWords,
    healthWords,
    formats: { formatCount },
  } = useWords();
  const states = servers.map((server) => healthOf(server).state);
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-[0.8125rem] text-muted tabular-nums">
      <span>
        <strong className="font-semibold text-text">{formatCount(servers.length)}</strong>{" "}
        {toolCountWords.counted("servers", servers.length)}
      </span>
      {counted
        .map((state) => ({ state, count: states.filter((each) => each === state).length }))
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <IconWord
            key={state}
            {...healthLooks[state]}
            word={`${formatCount(count)} ${healthWords.counted[state]}`}
          />
        ))}
    </p>
  );
}
