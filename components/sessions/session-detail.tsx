"use client";

import { CircleSlash } from "lucide-react";
import { type ReactNode, useState } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { SidePanel } from "@/components/ui/side-panel";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import { IconWord } from "./cells";
import { DetailFieldList } from "./detail-field-list";
import { detailFields } from "./detail-fields";
import { DetailKnown } from "./detail-known";
import type { LookCloser } from "./roll-answer";
import type { ShownRow } from "./roll-view";
import { type StateLook, stateLook } from "./state-look";
import { useDetail } from "./use-detail";
import type { Screen } from "./use-screen";

interface SessionDetailProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly lookCloser: LookCloser;
}

/** The session whose row was opened: all that is known of it. */
export function SessionDetail<Kind extends Session>(props: SessionDetailProps<Kind>) {
  const { opened } = props.screen.state;
  return opened !== null && <KeptDetail key={opened} opened={opened} {...props} />;
}

interface KeptDetailProps<Kind extends Session> extends SessionDetailProps<Kind> {
  readonly opened: string;
}

/** A row that leaves the table stays here as it was last told. */
function KeptDetail<Kind extends Session>({ opened, screen, lookCloser }: KeptDetailProps<Kind>) {
  const found = screen.find(opened);
  const [last, setLast] = useState(found);
  if (found && found !== last) setLast(found);
  const row = found ?? last;
  return (
    row && <OpenedDetail screen={screen} row={row} isListed={!!found} lookCloser={lookCloser} />
  );
}

interface OpenedDetailProps<Kind extends Session> extends SessionDetailProps<Kind> {
  readonly row: ShownRow<Kind>;
  readonly isListed: boolean;
}

function OpenedDetail<Kind extends Session>(props: OpenedDetailProps<Kind>) {
  const words = useWords();
  const { detailWords } = words;
  const { screen, row, isListed, lookCloser } = props;
  const { state, send, now } = screen;
  const looked = useDetail({ row, outcome: state.outcomes.get(row.key) }, lookCloser);
  const who = whoseIs(words, row.session);
  const isThere = isListed && row.endedAtMs === null;
  const look = isThere ? stateLook(words, row.session) : goneLook(words, row);
  return (
    <SidePanel
      label={detailWords.title(who, look.word)}
      closeWord={detailWords.close}
      onClose={() => send({ type: "opened", key: null })}
      title={
        <>
          <span className="wrap-anywhere font-semibold text-base leading-snug tracking-tight">
            <bdi>{who}</bdi>
            {row.isOwn && <OwnMark />}
          </span>
          <span className="font-normal text-[0.8125rem]">
            <IconWord {...look} />
          </span>
        </>
      }
    >
      <Stand row={row} isListed={isListed} asOf={now} />
      <DetailFieldList fields={detailFields(words, row, now)} />
      <DetailKnown looked={looked} asOf={now} />
    </SidePanel>
  );
}

/** A session without a user is called by its name, where it has one. */
function whoseIs({ sessionWords }: Words, session: Session): string {
  const name = session.kind === "terminal" ? session.name : null;
  return showControls(session.user ?? name ?? sessionWords.unknownUser);
}

function goneLook(
  { detailWords, sessionWords }: Words,
  { endedAtMs }: ShownRow<Session>,
): StateLook {
  const word = endedAtMs === null ? detailWords.unlisted : sessionWords.ended;
  return { icon: CircleSlash, word, tone: "muted" };
}

function OwnMark() {
  const { sessionWords } = useWords();
  return (
    <span className="ml-2 rounded-full bg-accent-wash px-1.5 py-0.5 align-middle font-medium text-[0.6875rem] text-accent tracking-normal">
      {sessionWords.you}
    </span>
  );
}

interface StandProps {
  readonly row: ShownRow<Session>;
  readonly isListed: boolean;
  readonly asOf: Date;
}

/** Why what stands below is not as it is now. */
function Stand({ row, isListed, asOf }: StandProps) {
  const { detailWords, notSelectableWords, sessionWords, formats } = useWords();
  if (row.endedAtMs !== null) return <Note tone="muted">{notSelectableWords.ended}</Note>;
  if (!isListed) return <Note tone="stale">{detailWords.notListed}</Note>;
  if (row.staleSince === null) return null;
  const ago = formats.formatElapsed(secondsBetween(row.staleSince, asOf));
  return <Note tone="stale">{sessionWords.lastAnswered(row.server, ago)}</Note>;
}

const tones = {
  muted: "bg-hover text-muted-word",
  stale: "bg-stale-wash text-stale-word",
} as const;

interface NoteProps {
  readonly tone: keyof typeof tones;
  readonly children: ReactNode;
}

function Note({ tone, children }: NoteProps) {
  return (
    <p className={`wrap-anywhere rounded-lg px-3 py-2 text-[0.8125rem] ${tones[tone]}`}>
      {children}
    </p>
  );
}
