import { expect, it } from "vitest";
import { createRandom } from "./random";
import { hostLanguages } from "./windows-host-languages";
import { quietSessions, reconnectSession, removeSession, signIn } from "./windows-host-sessions";
import { createWindowsLife } from "./windows-life";
import { windowsSites } from "./windows-people";

const startAtMs = Date.UTC(2026, 10, 27, 12);
const site = windowsSites["ts-tokyo"];

function open(seed = 1) {
  const place = {
    sessions: quietSessions(),
    language: hostLanguages.japanese,
    behaviour: { nextId: null },
  };
  const { sessions } = place;
  const host = {
    sessions,
    signIn: (user: string, how = {}) => signIn(place, user, how),
    reconnect: (session: (typeof sessions)[number]) => reconnectSession(sessions, session),
  };
  const life = createWindowsLife(host, { random: createRandom(seed), site, startAtMs });
  const people = () => sessions.filter(({ user }) => user !== null);
  return { life, sessions, people };
}

it("begins with people at work, away and disconnected, each signed in once", () => {
  const people = open().people();
  const users = people.map(({ user }) => user);
  expect(people).toHaveLength(site.size);
  expect(new Set(users).size).toBe(site.size);
  expect(new Set(people.map(({ state }) => state))).toEqual(new Set(["active", "disconnected"]));
  expect(people.every(({ inputAt = 0, logonAt = 0 }) => inputAt >= logonAt)).toBe(true);
});

it("sees people leave their session, come back, log off and sign in, about as many at any time", () => {
  const { life, people, sessions } = open();
  const first = new Set(people());
  let [left, back] = [0, 0];
  for (let second = 1; second <= 4 * 3600; second += 1) {
    const states = new Map(people().map((session) => [session, session.state]));
    life.step(startAtMs + second * 1000);
    for (const [session, before] of states) {
      if (session.state === "disconnected" && before === "active") left += 1;
      if (session.state === "active" && before === "disconnected") back += 1;
    }
    expect(Math.abs(people().length - site.size)).toBeLessThanOrEqual(5);
  }
  expect(left).toBeGreaterThan(3);
  expect(back).toBeGreaterThan(3);
  expect(people().some((session) => !first.has(session))).toBe(true);
  expect(sessions.filter(({ name }) => name === "console")).toHaveLength(1);
});

it("goes on without whom somebody else has logged off", () => {
  const { life, sessions, people } = open();
  const [gone] = people();
  if (gone) removeSession(sessions, gone);
  for (let second = 1; second <= 60; second += 1) life.step(startAtMs + second * 1000);
  expect(people().some((session) => session === gone)).toBe(false);
});
