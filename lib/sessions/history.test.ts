import { expect, test } from "vitest";
import { createScriptedFeed } from "@/tests/support/live-hub";
import { ftpSession } from "@/tests/support/live-sessions";
import { terminalSession } from "@/tests/support/scripted-source";
import { keepHistory } from "./history";
import { quoted } from "./reason";
import { SourceError } from "./source-error";

const lost = new SourceError("unreachable", quoted("no route"));
const someone = (count: number) =>
  Array.from({ length: count }, (_, index) => ftpSession(index, "web"));

function start() {
  const web01 = createScriptedFeed("ftp", "web01/ftp");
  const web02 = createScriptedFeed("ftp", "web02/ftp");
  const ts01 = createScriptedFeed("terminal", "ts01/windows");
  const current = [web01.watched, web02.watched, ts01.watched];
  let nowMs = Date.parse("2026-01-05T14:03:20Z");
  const history = keepHistory(
    () => current,
    () => new Date(nowMs),
  );
  return {
    ...{ web01, web02, ts01, current, history },
    pass(minutes: number) {
      nowMs += minutes * 60_000;
    },
    ftp: (last: number) => history.read().minutes.ftp.slice(-last),
  };
}

test("counts the people of each kind, minute by minute, and no services", async () => {
  const { web01, web02, ts01, history, pass } = start();
  await web01.say(someone(3));
  await web02.say(someone(1));
  await ts01.say([terminalSession(2, "anna"), { ...terminalSession(0, null), isService: true }]);
  history.note();
  pass(1);
  await web02.say([]);
  history.note();
  const { minutes } = history.read();
  expect(minutes.ftp.slice(-3)).toEqual([
    null,
    { count: 4, unanswered: 0 },
    { count: 3, unanswered: 0 },
  ]);
  expect(minutes.terminal.at(-1)).toEqual({ count: 1, unanswered: 0 });
  expect(minutes.panel.at(-1)).toEqual({ count: null, unanswered: 0 });
});

test("a source that does not answer is no dip: its last sessions stay, and the minute says so", async () => {
  const { web01, web02, history, pass, ftp } = start();
  await web01.say(someone(3));
  await web02.say(someone(2));
  history.note();
  pass(1);
  await web02.fail(lost);
  history.note();
  pass(1);
  await web02.say(someone(1));
  history.note();
  expect(ftp(3)).toEqual([
    { count: 5, unanswered: 0 },
    { count: 5, unanswered: 1 },
    { count: 4, unanswered: 0 },
  ]);
});

test("where no source answers, nothing is counted", async () => {
  const { web01, web02, history, pass, ftp } = start();
  history.note();
  pass(1);
  await web01.say(someone(3));
  await web02.fail(lost);
  history.note();
  pass(1);
  await web01.fail(lost);
  history.note();
  expect(ftp(3)).toEqual([
    { count: null, unanswered: 2 },
    { count: 3, unanswered: 1 },
    { count: null, unanswered: 2 },
  ]);
});

test("what was missing at any moment of a minute is remembered, its last count holds", async () => {
  const { web01, web02, history, ftp } = start();
  await web01.say(someone(3));
  await web02.fail(lost);
  history.note();
  await web02.say(someone(4));
  history.note();
  expect(ftp(1)).toEqual([{ count: 7, unanswered: 1 }]);
  await web01.fail(lost);
  await web02.fail(lost);
  history.note();
  expect(ftp(1)).toEqual([{ count: 7, unanswered: 2 }]);
});

test("a server that is removed is missing in no later minute", async () => {
  const { web01, web02, current, history, pass, ftp } = start();
  await web01.say(someone(3));
  await web02.fail(lost);
  history.note();
  pass(1);
  current.splice(1, 1);
  history.note();
  expect(ftp(2)).toEqual([
    { count: 3, unanswered: 1 },
    { count: 3, unanswered: 0 },
  ]);
});

test("holds an hour, and says for how much of it Rollcall has been running", async () => {
  const { web01, history, pass } = start();
  await web01.say(someone(1));
  history.note();
  expect(history.read()).toMatchObject({ known: 1 });
  for (let minute = 0; minute < 59; minute += 1) {
    pass(1);
    history.note();
  }
  expect(history.read().known).toBe(60);
  expect(history.read().minutes.ftp.every((minute) => minute?.count === 1)).toBe(true);
  pass(1);
  await web01.say(someone(2));
  history.note();
  const { minutes, known } = history.read();
  expect([known, minutes.ftp.length, minutes.ftp[0]?.count]).toEqual([60, 60, 1]);
  expect(minutes.ftp.at(-1)?.count).toBe(2);
});

test("minutes in which nobody looked are a gap, as when the machine slept or its clock jumped", async () => {
  const { web01, history, pass, ftp } = start();
  await web01.say(someone(2));
  history.note();
  pass(3);
  history.note();
  expect(ftp(4).map((minute) => minute?.count)).toEqual([2, undefined, undefined, 2]);
  pass(600);
  const { minutes, known } = history.read();
  expect(minutes.ftp).toEqual(Array.from({ length: 60 }, () => null));
  expect(known).toBe(60);
  history.note();
  expect(ftp(2).map((minute) => minute?.count)).toEqual([undefined, 2]);
});

test("asks no server", async () => {
  const { current, history } = start();
  history.note();
  expect(current.map((source) => source.latest())).toEqual([undefined, undefined, undefined]);
});
