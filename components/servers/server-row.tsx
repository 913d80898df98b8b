"use client";

import { ChevronRight, Lock, Pencil, Trash2 } from "lucide-react";
import { useId } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { IconWord, TextCell } from "@/components/sessions/cells";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { AskedServer } from "./asked-dialog";
import { healthLooks } from "./health-looks";
import { ServerDetails } from "./server-details";
import { healthOf, remarkCount, roundTripOf, sessionsOfServer, troublesOf } from "./server-health";
import { ServerTroubles } from "./server-troubles";
import type { ServerView } from "./server-view";
import { WayCell } from "./way-cell";
import { wideOnly } from "./wide-only";

interface ServerRowProps {
  readonly server: ServerView;
  readonly asOf: Date;
  readonly isOpened: boolean;
  /** Somebody came for this one. */
  readonly isWanted: boolean;
  readonly onToggle: () => void;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedServer) => void) | null;
}

/** One line of what matters; why it fails stands below it, and everything else when it is opened. */
export function ServerRow(props: ServerRowProps) {
  const { server, isOpened, onAsk } = props;
  const detailsId = useId();
  const hasMore = isOpened || server.problem !== null || troublesOf(server).length > 0;
  return (
    <>
      <Line {...props} detailsId={detailsId} hasMore={hasMore} />
      {hasMore && (
        <tr id={detailsId} className="max-sm:pl-3.5!">
          <td
            colSpan={onAsk ? 5 : 4}
            className="w-full whitespace-normal! pb-3! pl-9! max-sm:pl-0!"
          >
            <div className="grid max-w-4xl gap-3">
              <ServerTroubles
                server={server}
                onReview={
                  onAsk && server.id !== null ? () => onAsk({ kind: "edit", server }) : null
                }
              />
              {isOpened && <ServerDetails server={server} />}
            </div>
          </td>
          <td colSpan={2} className={wideOnly} />
        </tr>
      )}
    </>
  );
}

interface LineProps extends ServerRowProps {
  readonly detailsId: string;
  readonly hasMore: boolean;
}

function Line(props: LineProps) {
  const { serverColumnWords, formats } = useWords();
  const { server, asOf, onAsk, hasMore } = props;
  const roundTripMs = roundTripOf(server);
  const sessions = sessionsOfServer(server);
  return (
    <tr className={`max-sm:pl-3.5! ${hasMore ? "border-b-0! *:border-b-0! max-sm:pb-0!" : ""}`}>
      <td data-place="who">
        <Who {...props} />
      </td>
      <td data-place="rest" className="wrap-anywhere whitespace-normal! sm:py-1!">
        <WayCell via={server.via} />
      </td>
      <td data-place="status" className="whitespace-normal! sm:py-1!">
        <Health server={server} asOf={asOf} />
      </td>
      <td
        data-place="rest"
        data-blank={roundTripMs === null || undefined}
        data-hint={roundTripMs === null ? undefined : serverColumnWords.roundTripHint}
        className={`number ${wideOnly}`}
      >
        {roundTripMs !== null && formats.formatMilliseconds(roundTripMs)}
      </td>
      <td data-place="rest" className="whitespace-normal! sm:py-1!">
        <Runs server={server} />
      </td>
      <td data-place="rest" className={`number ${wideOnly}`}>
        {sessions !== null && formats.formatCount(sessions)}
      </td>
      {onAsk && (
        <td className="right-0 max-sm:ml-auto sm:sticky">
          <Actions server={server} onAsk={onAsk} />
        </td>
      )}
    </tr>
  );
}

function Who(props: LineProps) {
  const { serverWords } = useWords();
  const { server, isOpened, isWanted, onToggle, detailsId } = props;
  const { name, lockedBy } = server;
  return (
    <span className="flex items-center gap-1.5">
      <button
        data-wanted={isWanted || undefined}
        type="button"
        aria-expanded={isOpened}
        aria-controls={isOpened ? detailsId : undefined}
        aria-label={serverWords.showMore(name)}
        onClick={onToggle}
        className="-ml-1 grid size-6 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
      >
        <ChevronRight aria-hidden="true" className={`size-4 ${isOpened ? "rotate-90" : ""}`} />
      </button>
      <span className="flex flex-wrap items-center gap-x-2 py-1 sm:min-h-9">
        <span className="wrap-anywhere min-w-28 whitespace-normal font-medium">
          <TextCell text={name} />
        </span>
        {lockedBy && <Locked by={lockedBy} />}
      </span>
    </span>
  );
}

function Locked({ by }: { readonly by: keyof Words["lockedWords"] }) {
  const { lockedWords } = useWords();
  const { word, hint } = lockedWords[by];
  return (
    <span
      data-hint={hint}
      className="inline-flex items-center gap-1 rounded-md bg-hover px-1.5 text-muted-word text-xs leading-5"
    >
      <Lock aria-hidden="true" className="size-3 shrink-0" />
      {word}
    </span>
  );
}

function Health({ server, asOf }: { readonly server: ServerView; readonly asOf: Date }) {
  const {
    healthWords,
    serverWords,
    sessionWords,
    formats: { formatElapsed },
  } = useWords();
  const { state, since } = healthOf(server);
  const remarks = remarkCount(server);
  const look = healthLooks[state];
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <span className="flex flex-wrap items-center gap-x-1">
        <IconWord {...look} word={healthWords.states[state]} />{" "}
        {since && (
          <time
            dateTime={since.toISOString()}
            data-before={sessionWords.since}
            className={state === "stale" ? "text-stale-word" : "text-danger-word"}
          >
            {healthWords.forElapsed(formatElapsed(secondsBetween(since, asOf)))}
          </time>
        )}
      </span>
      {remarks > 0 && (
        <span className="text-muted-word text-xs">· {serverWords.remarks(remarks)}</span>
      )}
    </span>
  );
}

function Runs({ server: { sources } }: { readonly server: ServerView }) {
  const { formats } = useWords();
  return (
    <span className="flex flex-wrap gap-x-3">
      {sources.map(({ id, title, asked }) => (
        <span key={id}>
          {title}{" "}
          {asked && asked.state !== "silent" && (
            <span className="text-muted-word">{formats.formatCount(asked.sessionCount)}</span>
          )}
        </span>
      ))}
    </span>
  );
}

interface ActionsProps {
  readonly server: ServerView;
  readonly onAsk: (asked: AskedServer) => void;
}

function Actions({ server, onAsk }: ActionsProps) {
  const { serverWords } = useWords();
  const { id, name } = server;
  if (id === null) return null;
  const button =
    "grid size-8 place-items-center rounded-lg text-muted hover:bg-page hover:text-text";
  return (
    <span className="flex justify-end">
      <button
        type="button"
        aria-label={serverWords.edit(name)}
        data-hint={serverWords.edit(name)}
        onClick={() => onAsk({ kind: "edit", server })}
        className={button}
      >
        <Pencil aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        aria-label={serverWords.delete(name)}
        data-hint={serverWords.delete(name)}
        onClick={() => onAsk({ kind: "delete", server, id })}
        className={button}
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
