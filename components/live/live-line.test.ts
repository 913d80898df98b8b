import { expect, test } from "vitest";
import { changesFrom, ftpRow, rollOf } from "@/tests/support/shown-rows";
import type { SocketEvents } from "./keep-connected";
import { createLine } from "./live-line";

function start() {
  let events: SocketEvents | undefined;
  const said: unknown[] = [];
  const line = createLine({
    connect(opened) {
      events = opened;
      return { send: (text) => said.push(JSON.parse(text)), close: () => undefined };
    },
    onState: () => undefined,
    onTools: () => undefined,
    onSightChanged: () => undefined,
    onSignedOut: () => undefined,
    random: () => 0,
  });
  line.open();
  events?.onOpen();
  const hear = (message: unknown) => events?.onText(JSON.stringify(message));
  return { line, said, hear };
}

const watchFtp = { type: "watch", kind: "ftp" };
const watchNothing = { type: "watch", kind: null };

function watcher({ isMissed = false } = {}) {
  const heard: string[] = [];
  return {
    heard,
    onRoll: () => heard.push("roll"),
    onChanges() {
      heard.push("changes");
      return !isMissed;
    },
  };
}

test("a page is watched from when it opens until it is left", () => {
  const { line, said } = start();
  const stop = line.watch("ftp", watcher());
  stop();
  expect(said).toEqual([watchNothing, watchFtp, watchNothing]);
});

test("a page that is left late does not end the watch of the next one", () => {
  const { line, said } = start();
  const stop = line.watch("ftp", watcher());
  line.watch("panel", watcher());
  stop();
  expect(said.at(-1)).toEqual({ type: "watch", kind: "panel" });
});

test("nothing is watched while the page is not seen", () => {
  const { line, said } = start();
  line.watch("ftp", watcher());
  line.setSeen(false);
  line.setSeen(true);
  expect(said.slice(1)).toEqual([watchFtp, watchNothing, watchFtp]);
});

test("a change that was missed is healed by a new roll, asked for once", () => {
  const { line, said, hear } = start();
  const page = watcher({ isMissed: true });
  line.watch("ftp", page);
  hear(rollOf(1, [ftpRow(1, "anna")]));
  hear(changesFrom(7));
  hear(changesFrom(8));
  expect(page.heard).toEqual(["roll", "changes"]);
  expect(said.slice(1)).toEqual([watchFtp, watchFtp]);
});

test("changes of what was known before are not heard before the roll is whole", () => {
  const { line, hear } = start();
  const page = watcher();
  line.watch("ftp", page);
  hear(changesFrom(3));
  hear(rollOf(4, [], { left: 1 }));
  hear(changesFrom(4));
  hear(rollOf(4, []));
  hear(changesFrom(4));
  expect(page.heard).toEqual(["roll", "roll", "changes"]);
});

test("what is said of another kind is for a page that was left", () => {
  const { line, hear } = start();
  const page = watcher();
  line.watch("panel", page);
  hear(rollOf(1, []));
  expect(page.heard).toEqual([]);
});
