import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSameSession } from "@/lib/sessions/same-session";
import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import {
  type FtpStateName,
  ftpStates,
  resumedAt,
  type StatesDaemon,
} from "@/tests/support/ftp-states";
import type { Held } from "@/tests/support/held-transfers";
import { listOwn, programOf, removeSessions } from "@/tests/support/own-sessions";
import { descendantsOf } from "@/tests/support/processes";
import { waitFor } from "@/tests/support/wait-for";

/** What the list is to say of a session, and how much of its transfer. */
type Row = readonly [
  status: FtpStatus,
  command: string | null,
  fileName: string | null,
  protocol: string | null,
  measured: "bytes" | "progress" | null,
];

export type Rows = Partial<Readonly<Record<FtpStateName, Row>>>;

export interface StatesPlace {
  readonly daemon: StatesDaemon;
  readonly source: SessionSource;
  /** Of the daemon, and the path of the program that it and its sessions run. */
  readonly processId: number;
  readonly program: string;
  /** Where a session of this user is to be listed; null where nobody can know. */
  locationOf(user: string): string | null;
  stop(): Promise<void>;
}

interface HeldState {
  readonly state: FtpStateName;
  readonly held: Held;
  readonly ref: SessionRef;
}

/** Its steps are seconds apart, so it is the last to be removed, and must go on until then. */
const throttled: FtpStateName = "throttled download";
const fileBytes = 50_000_000;

/** Sessions in all the states of `rows` at once: how they are listed, and removed one after another. */
export function describeFtpStates(
  title: string,
  rows: Rows,
  start: () => Promise<StatesPlace>,
): void {
  const states = Object.keys(ftpStates)
    .filter(isStateName)
    .filter((name) => name in rows);

  describe(`sessions in every state, of ${title}`, () => {
    let place: StatesPlace;
    let present: readonly HeldState[] = [];
    let startedMs = 0;

    beforeAll(async () => {
      startedMs = Date.now();
      place = await start();
      for (const state of states) present = [...present, await hold(state, place, present)];
    });
    afterAll(async () => {
      for (const { held } of present) held.close();
      await place.stop();
    });

    const listed = async () =>
      (await listOwn(place.source, place.program)).map((session) => ({
        session,
        state: present.find(({ ref }) => isSameSession(ref, session.ref))?.state,
      }));
    const rowsNow = async () =>
      (await listed())
        .map(({ state, session }) => [state ?? "of nobody", toRow(session)])
        .toSorted();
    const rowsOf = (wanted: readonly FtpStateName[]) =>
      wanted.map((state) => [state, rows[state]]).toSorted();

    it("are listed once each, as what they are", async () => {
      await expect.poll(rowsNow, { timeout: 10_000 }).toEqual(rowsOf(states));
    });

    it("are listed with who it is, from where, and in which folder", async () => {
      const whereabouts = async () =>
        (await listed())
          .map(({ state, session }) => {
            return [state, session.user, session.remoteAddress, session.location];
          })
          .toSorted();
      const expected = states.map((state) => {
        const { user } = ftpStates[state];
        return [state, user, "127.0.0.1", user && place.locationOf(user)];
      });
      // Folders are asked for every few seconds.
      await expect.poll(whereabouts, { timeout: 10_000 }).toEqual(expected.toSorted());
    });

    it("are listed since their client came", async () => {
      for (const { session } of await listed()) {
        expect(session.startedAt?.getTime()).toBeGreaterThan(startedMs - 3_000);
        expect(session.startedAt?.getTime()).toBeLessThan(Date.now() + 3_000);
      }
    });

    it("make progress in the whole file, and in what is left of it where its size is not known", async () => {
      for (const { state, session } of await listed()) {
        if (session.progressPercent === null) continue;
        expect([state, session.progressPercent]).toEqual([state, percentOf(session, state)]);
      }
    });

    it.each(states)(
      "are removed one by one, seen by its client alone, and every other goes on: %s",
      async (state) => {
        const chosen = present.find((each) => each.state === state);
        if (!chosen) throw new Error("it is not there any more");
        const others = present.filter((each) => each !== chosen);
        if (state === throttled) await goOn([chosen]);
        const processes = await processesOf(Number(chosen.ref.id), place.processId);

        expect(await removeSessions(place.source, [chosen.ref])).toEqual(["done"]);
        await waitFor(() => !chosen.held.isAlive());
        await waitFor(() => haveEnded(processes));
        present = others;
        expect(await rowsNow()).toEqual(rowsOf(others.map((each) => each.state)));
        expect(others.filter(({ held }) => !held.isAlive())).toEqual([]);
        await goOn(others.filter((each) => each.state !== throttled));
      },
    );
  });
}

function isStateName(name: string): name is FtpStateName {
  return name in ftpStates;
}

async function hold(
  state: FtpStateName,
  { daemon, source, program }: StatesPlace,
  present: readonly HeldState[],
): Promise<HeldState> {
  const { user, hold: holdState } = ftpStates[state];
  const held = await holdState(daemon);
  const { ref } = await waitFor(async () =>
    (await listOwn(source, program)).find(
      (session) =>
        session.user === user && !present.some(({ ref }) => isSameSession(ref, session.ref)),
    ),
  );
  return { state, held, ref };
}

function toRow(session: FtpSession): Row {
  const { status, command, fileName, protocol, bytesTransferred, progressPercent } = session;
  const bytes = bytesTransferred === null ? null : "bytes";
  return [status, command, fileName, protocol, progressPercent === null ? bytes : "progress"];
}

function percentOf(session: FtpSession, state: string | undefined): number {
  const offset = state === "resumed download" ? resumedAt : 0;
  // Without rights to see the file ProFTPD says only how much is left; Pure-FTPd, which names no verb, says all.
  const isWhole = session.filePath !== null || session.command === null;
  const before = isWhole ? offset : 0;
  const done = before + (session.bytesTransferred ?? 0);
  return Math.floor((done / (fileBytes - offset + before)) * 10_000) / 100;
}

/** All of a session: its daemon's child, and what that has started. */
async function processesOf(pid: number, daemon: number): Promise<readonly number[]> {
  let first = pid;
  for (let parent = pid; parent > 1 && parent !== daemon; parent = await parentOf(parent)) {
    first = parent;
  }
  return [first, ...(await descendantsOf(first))];
}

/** One that nobody has collected yet runs nothing any more. */
async function haveEnded(pids: readonly number[]): Promise<boolean> {
  const programs = await Promise.all(pids.map(programOf));
  return programs.every((program) => program === undefined);
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** What has moved so far moves on. */
async function goOn(held: readonly HeldState[]): Promise<void> {
  const moving = held.map((each) => ({ ...each, bytes: each.held.bytes() }));
  await Promise.all(
    moving
      .filter(({ bytes }) => bytes > 0)
      .map(({ held: { bytes: now }, bytes }) => waitFor(() => now() > bytes)),
  );
}
