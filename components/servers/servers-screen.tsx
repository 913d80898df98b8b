"use client";

import { useState } from "react";
import { useWords } from "@/components/words/use-words";
import { AskedDialog, type AskedServer } from "./asked-dialog";
import type { Errand } from "./errand";
import { isOnlyHere } from "./is-only-here";
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
  readonly errand: Errand | null;
}

const addOne: AskedServer = { kind: "edit", server: null };

export function ServersScreen({ actions, errand, ...looks }: ServersScreenProps) {
  const { toolWords } = useWords();
  const [asked, ask] = useState(() => toAsked(errand, looks.first));
  const [search, setSearch] = useState("");
  const [announcement, announce] = useState("");
  const screen = useServers({ ...looks, isPaused: asked !== null });
  const { servers } = screen.view;

  const close = () => {
    ask(null);
    // What is loaded again, or bookmarked, is the page without its dialog.
    if (errand) window.history.replaceState(null, "", window.location.pathname);
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
        shown={errand?.kind === "show" ? errand.server : null}
        search={search}
        onPointer={screen.onPointer}
        onAsk={actions && ask}
      />
      {isOnlyHere(servers) && <NoOtherServer onAdd={actions && (() => ask(addOne))} />}
      {asked && actions && (
        <AskedDialog asked={asked} actions={actions} onClose={close} onDone={onDone} />
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

function toAsked(errand: Errand | null, { servers }: ServersView): AskedServer | null {
  switch (errand?.kind) {
    case "add":
      return addOne;
    case "edit": {
      const server = servers.find(({ name, id }) => name === errand.server && id !== null);
      return server ? { kind: "edit", server } : null;
    }
    case "show":
    case undefined:
      return null;
  }
}
