"use client";

import { useState } from "react";
import { useWords } from "@/components/words/use-words";
import { AskedDialog, type AskedServer } from "./asked-dialog";
import { NoOtherServer } from "./no-other-server";
import type { ServerActions, ServersAnswer } from "./server-actions";
import type { ServersView } from "./server-view";
import { ServersHeader } from "./servers-header";
import { ServersSearch } from "./servers-search";
import { ServersTable } from "./servers-table";
import { useServers } from "./use-servers";

interface ServersScreenProps {
  readonly first: ServersView;
  readonly look: () => Promise<ServersAnswer>;
  readonly refresh: () => Promise<ServersAnswer>;
  /** Null where the operator may only see. */
  readonly actions: ServerActions | null;
  /** Whether a person came here to add one. */
  readonly isAdding: boolean;
}

const addOne: AskedServer = { kind: "edit", server: null };

export function ServersScreen({ actions, isAdding, ...looks }: ServersScreenProps) {
  const { toolWords } = useWords();
  const [asked, ask] = useState<AskedServer | null>(isAdding ? addOne : null);
  const [search, setSearch] = useState("");
  const [announcement, announce] = useState("");
  const screen = useServers({ ...looks, isPaused: asked !== null });
  const { servers } = screen.view;
  const isOnlyHere = servers.every(({ via, id }) => via.kind === "local" && id === null);

  const close = () => {
    ask(null);
    // What is loaded again, or bookmarked, is the page without its dialog.
    if (isAdding) window.history.replaceState(null, "", window.location.pathname);
  };
  const onDone = (said: string) => {
    close();
    announce(said);
    void screen.lookAgain();
  };
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6 side:h-full">
      <ServersHeader screen={screen} actions={actions} onAsk={ask} onSaid={announce} />
      {servers.length > 5 && (
        <ServersSearch search={search} onSearch={setSearch} servers={servers} />
      )}
      <ServersTable
        title={toolWords.servers.title}
        view={screen.view}
        search={search}
        onPointer={screen.onPointer}
        onAsk={actions && ask}
      />
      {isOnlyHere && <NoOtherServer onAdd={actions && (() => ask(addOne))} />}
      {asked && actions && (
        <AskedDialog asked={asked} actions={actions} onClose={close} onDone={onDone} />
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}
