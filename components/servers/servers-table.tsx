"use client";

import { SearchX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { FullNote } from "@/components/ui/full-note";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";
import type { AskedServer } from "./asked-dialog";
import { findServers } from "./find-servers";
import { ServerRow } from "./server-row";
import type { ServersView } from "./server-view";
import { wideOnly } from "./wide-only";

interface ServersTableProps {
  readonly title: string;
  readonly view: ServersView;
  /** Whose details somebody came for; null where nobody's. */
  readonly shown: string | null;
  readonly search: string;
  readonly onPointer: (isOn: boolean) => void;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedServer) => void) | null;
}

export function ServersTable({
  title,
  view,
  shown: wanted,
  search,
  onPointer,
  onAsk,
}: ServersTableProps) {
  const { serverWords } = useWords();
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    new Set(wanted === null ? [] : [wanted]),
  );
  const rows = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (wanted !== null) rows.current?.querySelector<HTMLElement>("[data-wanted]")?.focus();
  }, [wanted]);
  const shown = findServers(view.servers, search);
  if (shown.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card shadow-xs">
        <FullNote icon={SearchX} tone="muted" title={serverWords.noMatch(search.trim())} />
      </div>
    );
  }
  const toggle = (name: string) => {
    const isOpened = opened.has(name);
    setOpened(new Set(isOpened ? [...opened].filter((each) => each !== name) : [...opened, name]));
  };
  return (
    <ScrollBox
      label={title}
      className="@container relative shrink-0 overflow-auto rounded-xl border border-line bg-card shadow-xs side:shrink"
      onPointerEnter={() => onPointer(true)}
      onPointerLeave={() => onPointer(false)}
    >
      <table className="sessions sm:min-w-176">
        <Head hasActions={onAsk !== null} />
        <tbody ref={rows}>
          {shown.map((server) => (
            <ServerRow
              key={server.name}
              server={server}
              asOf={view.asOf}
              isOpened={opened.has(server.name)}
              isWanted={server.name === wanted}
              onToggle={() => toggle(server.name)}
              onAsk={onAsk}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Head({ hasActions }: { readonly hasActions: boolean }) {
  const { serverColumnWords } = useWords();
  const { server, way, health, roundTrip, runs, sessions, actions } = serverColumnWords;
  return (
    // A card has no columns, and nothing is sorted here.
    <thead className="max-sm:sr-only!">
      <tr>
        <th scope="col" data-place="who">
          {server}
        </th>
        <th scope="col" className="w-42 @5xl:w-46">
          {way}
        </th>
        <th scope="col" className="w-40 @5xl:w-54">
          {health}
        </th>
        <th scope="col" className={`number w-24 ${wideOnly}`}>
          {roundTrip}
        </th>
        <th scope="col" className="w-[20%]">
          {runs}
        </th>
        <th scope="col" className={`number w-22 ${wideOnly}`}>
          {sessions}
        </th>
        {hasActions && (
          <th scope="col" className="w-24">
            <span className="sr-only">{actions}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
