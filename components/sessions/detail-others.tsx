import Link from "next/link";
import { type ReactNode, useId } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { toolLooks } from "@/components/tools/tool-looks";
import { useWords } from "@/components/words/use-words";
import type { OtherSession, OtherSessions } from "@/lib/sessions/session-detail";
import { toAddressText } from "./address-text";
import { plainArrangement } from "./arrangement";
import { IconWord } from "./cells";
import { sessionKey } from "./session-key";
import { sinceWhen } from "./since-when";
import { stateLook } from "./state-look";

interface DetailOthersProps {
  /** "Other sessions of", and then whose. */
  readonly lead: string;
  readonly others: OtherSessions;
  /** Why there may be more. */
  readonly doubts: readonly string[];
  /** What tells these apart, where all have the same user or address. */
  readonly toNote: (session: OtherSession["session"]) => string | null;
  readonly asOf: Date;
}

export function DetailOthers({ lead, others, doubts, toNote, asOf }: DetailOthersProps) {
  const {
    detailWords,
    formats: { formatCount },
  } = useWords();
  const { of, count, first } = others;
  const title = (
    <>
      {lead} <bdi>{showControls(of)}</bdi>
    </>
  );
  return (
    <DetailSection title={title}>
      {count === 0 && <p className="text-muted">{detailWords.noOther}</p>}
      {count > 0 && (
        <ul className="-mx-2 grid">
          {first.map((other) => (
            <li key={sessionKey(other.session.ref)}>
              <Other of={of} other={other} note={toNote(other.session)} asOf={asOf} />
            </li>
          ))}
        </ul>
      )}
      {count > first.length && (
        <p className="text-muted">
          {detailWords.firstOf(formatCount(first.length), formatCount(count))}
        </p>
      )}
      {doubts.map((doubt) => (
        <p key={doubt} className="wrap-anywhere text-stale-word">
          {doubt}
        </p>
      ))}
    </DetailSection>
  );
}

interface DetailSectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

export function DetailSection({ title, children }: DetailSectionProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-1.5 border-line border-t pt-4 text-[0.8125rem] tabular-nums"
    >
      <h3 id={titleId} className="wrap-anywhere font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

interface OtherProps {
  readonly of: string;
  readonly other: OtherSession;
  readonly note: string | null;
  readonly asOf: Date;
}

/** Leads to its page, where it is found by what it has in common. */
function Other({ of, other, note, asOf }: OtherProps) {
  const words = useWords();
  const { kindWords, sessionWords, formats } = words;
  const { session, server, isStale } = other;
  const { href, icon: Icon } = toolLooks[session.kind];
  const search = toAddressText({ ...plainArrangement, search: showControls(of) });
  const since = sinceWhen(other);
  return (
    <Link
      href={`${href}${search}`}
      // There may be a hundred of them, and one or none is followed.
      prefetch={false}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 rounded-lg px-2 py-1.5 hover:bg-hover"
    >
      <Icon aria-hidden="true" className="size-4 text-muted" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span className="sr-only">{kindWords[session.kind].one}, </span>
        <bdi className="wrap-anywhere font-medium">{showControls(server)}</bdi>
        <IconWord {...stateLook(words, session)} />
        {isStale && (
          <span className="rounded-full bg-stale-wash px-1.5 font-medium text-[0.6875rem] text-stale-word">
            {sessionWords.stale}
          </span>
        )}
      </span>
      {since && (
        <time
          dateTime={since.toISOString()}
          data-before={sessionWords.since}
          className="text-muted-word"
        >
          {formats.formatElapsed(secondsBetween(since, asOf))}
        </time>
      )}
      {note !== null && (
        <bdi className="wrap-anywhere col-span-2 col-start-2 text-muted text-xs">
          {showControls(note)}
        </bdi>
      )}
    </Link>
  );
}
