import fc from "fast-check";
import { expect, it } from "vitest";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import {
  createWindowsModel,
  type ModelSession,
  type WindowsModel,
} from "@/tests/support/windows-model";
import { windowsProvider } from "./provider";

const users = ["anna", "bruno", "anna"] as const;

/** What people do meanwhile. `which` chooses among those who are there. */
const event = fc.record({
  kind: fc.constantFrom("signIn", "signIn", "signOut", "signOut", "leave", "attach", "succeed"),
  which: fc.nat(5),
});
type Happening = typeof event extends fc.Arbitrary<infer Event> ? Event : never;
const events = fc.array(event, { maxLength: 4 });

const round = fc.record({
  before: events,
  /** Between the list that a person saw and the request. */
  between: events,
  /** Between the look of the request and the act itself. */
  within: events,
  chosen: fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }),
  action: fc.constantFrom("disconnect", "logOff", "reset"),
});
const schedules = fc.array(round, { minLength: 1, maxLength: 2 });
type Schedule = typeof schedules extends fc.Arbitrary<infer Rounds> ? Rounds : never;

/**
 * Text tells the minute of a logon, so a session is followed by another of the same user and id only in a
 * later minute. Where everything happens within one step of the server, there is no such limit.
 */
function happen(model: WindowsModel, { kind, which }: Happening, minutes: number): void {
  const session = model.sessions[which % Math.max(1, model.sessions.length)];
  const signIn = (user: string) => {
    model.passMinutes(minutes);
    model.signIn(user);
  };
  if (kind === "signIn" || !session) signIn(users[which % users.length] ?? "anna");
  else if (kind === "leave") session.name = null;
  else if (kind === "attach") model.attach(session);
  else model.sessions.splice(model.sessions.indexOf(session), 1);
  if (kind === "succeed" && session) signIn(session.user);
}

type Open = (model: WindowsModel) => SessionSource;

/** Plays it and returns by what sessions were touched; throws on one that nobody asked to touch. */
async function play(schedule: Schedule, open: Open) {
  const model = createWindowsModel();
  const source = open(model);
  const signal = new AbortController().signal;
  for (const { before, between, within, chosen, action } of schedule) {
    for (const one of before) happen(model, one, 1);
    const listed = (await source.list(signal)).filter(({ user }) => user !== null);
    if (listed.length === 0) continue;
    const refs = chosen.flatMap((at) => listed[at % listed.length]?.ref ?? []);
    const meant = new Map(refs.map(({ id, name }) => [getSession(model, id), name]));

    for (const one of between) happen(model, one, 1);
    model.beforeScript = () => {
      for (const one of within) happen(model, one, 0);
    };
    const touchedBefore = model.touches.length;
    await source.act(refs, action, signal);
    for (const { session, name } of model.touches.slice(touchedBefore)) {
      expect(meant.has(session) && meant.get(session) === name, "the wrong session").toBe(true);
    }
    model.passMinutes(1);
  }
  return model.touches.map(({ by }) => by);
}

function getSession(model: WindowsModel, id: string): ModelSession {
  const session = model.sessions.find((one) => String(one.id) === id);
  if (!session) throw new Error(`session ${id} is listed and is not there`);
  return session;
}

const open =
  (wts: "off" | "auto"): Open =>
  ({ transport }) =>
    windowsProvider.open("ts01/windows", { wts }, transport);

/** Acts on whoever has the id by now. */
const openWithoutComparing =
  (wts: "off" | "auto"): Open =>
  (model) => {
    const source = open(wts)(model);
    const findNow = async (ref: SessionRef, signal: AbortSignal) =>
      (await source.list(signal)).find((session) => session.ref.id === ref.id)?.ref ?? ref;
    return {
      ...source,
      async act(refs, action, signal) {
        const now = await Promise.all(refs.map((ref) => findNow(ref, signal)));
        return source.act(now, action, signal);
      },
    };
  };

/** Compares before the script comes, which then acts on whoever is there. */
const openWithCarelessScript: Open = (model) => {
  model.doesScriptCompare = false;
  return open("auto")(model);
};

const property = (opened: Open, touched: string[] = []) =>
  fc.asyncProperty(schedules, async (schedule) => {
    touched.push(...(await play(schedule, opened)));
  });

it.each([
  ["compares before the act, when nothing happens between the two", "off", "programs"],
  ["compares and acts in one step, whatever happens before that step", "auto", "script"],
] as const)(
  "touches nobody else in 50,000 random schedules where the server %s",
  async (_, wts, by) => {
    const touched: string[] = [];
    await fc.assert(property(open(wts), touched), { numRuns: 50_000 });
    expect(touched.length).toBeGreaterThan(10_000);
    expect(new Set(touched)).toEqual(new Set([by]));
  },
  60_000,
);

const openWithoutUserTable =
  (wts: "off" | "auto"): Open =>
  (model) => {
    model.hasUserTable = false;
    return open(wts)(model);
  };

it("touches nobody at all where nothing tells when a session began", async () => {
  const touched: string[] = [];
  await fc.assert(property(openWithoutUserTable("off"), touched), { numRuns: 5_000 });
  expect(touched).toEqual([]);
});

it("touches nobody else where WTS alone tells when a session began", async () => {
  const touched: string[] = [];
  await fc.assert(property(openWithoutUserTable("auto"), touched), { numRuns: 20_000 });
  expect(touched.length).toBeGreaterThan(1_000);
  expect(new Set(touched)).toEqual(new Set(["script"]));
}, 60_000);

it.each([
  ["nobody compared before the programs", openWithoutComparing("off")],
  ["nobody compared before the script", openWithoutComparing("auto")],
  ["the script did not compare", openWithCarelessScript],
])("would be seen to touch somebody else if %s", async (_, opened) => {
  const details = await fc.check(property(opened), { numRuns: 2000 });
  expect(details.failed).toBe(true);
  expect(String(details.errorInstance)).toContain("the wrong session");
});
