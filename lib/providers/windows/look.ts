import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import type { CodePage } from "./code-page";
import { createLists, type ListSettings } from "./lists";
import type { Listing } from "./read-listing";
import type { ShellDialect } from "./shell-dialect";
import { createSteadyNames } from "./steady-names";
import { findWtsRow, toSessions } from "./to-sessions";
import type { KnownWts } from "./wts-memory";
import type { WtsRow } from "./wts-rows";
import { isLogonKnown, toWtsSessions } from "./wts-session";

/** What an act is compared with. */
export interface Seen {
  readonly dialect: ShellDialect;
  readonly codePage: CodePage;
  readonly sessions: readonly TerminalSession[];
  /** Who WTS says they are, by id. Undefined where WTS does not work. */
  readonly rows: ReadonlyMap<number, WtsRow> | undefined;
}

/** How long a look waits for WTS before it goes on without it. */
const patienceMs = 2_000;
/** Where WTS alone makes the list, it is not asked at every look either. */
const oldestListMs = 5_000;

export function createLooks(settings: ListSettings, transport: Transport) {
  const { sourceId } = settings;
  const lists = createLists(settings, transport);
  const toSteady = createSteadyNames();
  let lacksTimes = false;

  return {
    async list(signal: AbortSignal): Promise<readonly TerminalSession[]> {
      const dialect = await lists.findDialect(signal);
      const [text] = await Promise.all([
        lists.readText(dialect, signal),
        lists.askWtsIfDue(dialect, patienceMs, signal),
      ]);
      if (!(text instanceof SourceError)) {
        const known = lists.knownWts();
        const sessions = toSteady(toSessions(text, sourceId, known), known);
        lacksTimes = text.usersFailure !== null && sessions.some(hasNoStart);
        return sessions;
      }
      const known = await lists.readWts(dialect, { failure: text, maxAgeMs: oldestListMs }, signal);
      const sessions = toSteady(toWtsSessions(known.list, sourceId), known);
      lacksTimes = sessions.some(hasNoStart);
      return sessions;
    },

    /**
     * The text is read after all that WTS told. A session that it shows was there when WTS spoke, or
     * WTS spoke of another, whose time of logon the server will not find: it then does nothing.
     */
    async lookToAct(refs: readonly SessionRef[], signal: AbortSignal): Promise<Seen> {
      const dialect = await lists.findDialect(signal);
      let text = await lists.readText(dialect, signal);
      if (text instanceof SourceError) {
        const known = await lists.readWts(dialect, { failure: text, maxAgeMs: 0 }, signal);
        const sessions = toSteady(toWtsSessions(known.list, sourceId), known);
        return { dialect, codePage: null, sessions, rows: known.rows };
      }
      if (lists.mayAskWts() && !isToldOfAll(refs, text, lists.knownWts())) {
        await lists.askWts(dialect, signal);
        text = await lists.readText(dialect, signal);
        if (text instanceof SourceError) throw text;
      }
      const known = lists.knownWts();
      const sessions = toSteady(toSessions(text, sourceId, known), known);
      return { dialect, codePage: text.codePage, sessions, rows: known && toRowsOf(text, known) };
    },

    /** Whether the last list could not tell when people signed in. */
    lacksTimes: () => lacksTimes,

    /** Whether an act is compared before it is sent only, or without a time of logon. */
    isCompareWeak: () =>
      lists.knownWts()?.list.sessions.some((row) => row.user !== "" && !isLogonKnown(row)) ?? true,
  };
}

function hasNoStart({ user, ref }: TerminalSession): boolean {
  return user !== null && ref.start === null;
}

function isToldOfAll(
  refs: readonly SessionRef[],
  { sessions }: Listing,
  known: KnownWts | undefined,
): boolean {
  const ids = new Set(refs.map(({ id }) => id));
  return sessions.every((row) => !ids.has(String(row.id)) || findWtsRow(row, known));
}

function toRowsOf({ sessions }: Listing, known: KnownWts): ReadonlyMap<number, WtsRow> {
  const told = sessions.map((row) => findWtsRow(row, known));
  return new Map(told.flatMap((row) => (row ? [[row.id, row]] : [])));
}
