import { expect, it } from "vitest";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { openActs } from "./acts";
import { lookCloser } from "./look-closer";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import type { Session, SessionKind } from "./session";
import { SourceError } from "./source-error";
import { watchSource } from "./watched-source";

const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const anna: Operator = {
  name: "anna",
  address: null,
  sees: toSight(["anna"]),
  mayAct: false,
  panelSessionId: "1",
};
const at = new Date("2026-11-23T18:00:00Z");

const own = panelSession("1", "anna");
const second = panelSession("2", "anna");
const upload = ftpSession(7, "anna");
const stranger = panelSession("3", "boris");
const sources = [
  watch("panel", [own, second, stranger]),
  watch("ftp", [upload]),
  watch("terminal"),
];

const acts = openActs(() => at);
for (const { ref } of [own, upload]) {
  acts.begin([ref], root, "remove").settle(ref, { status: "unconfirmed", failure: null });
}

it("tells what was done to a session and who is like it, over all kinds and servers", async () => {
  const { ofUser, ofAddress, ...detail } = await lookCloser(ask(own), root, { sources, acts });
  expect(detail).toEqual({
    acts: [
      { operator: "root", action: "remove", at, outcome: { status: "unconfirmed", failure: null } },
    ],
    doubtful: [{ server: "terminal", kind: "terminal", why: "silent" }],
  });
  expect(ofUser?.first.map(({ session }) => session)).toEqual([second, upload]);
  expect(ofAddress?.first.map(({ session }) => session)).toEqual([second, stranger]);
});

it("tells who sees only their own nothing of others, nor of servers they cannot ask", async () => {
  const {
    ofUser,
    ofAddress,
    acts: done,
    doubtful,
  } = await lookCloser(ask(own), anna, { sources, acts });
  expect(done).toEqual([]);
  expect(ofUser?.first.map(({ session }) => session)).toEqual([second]);
  expect(ofAddress?.first.map(({ session }) => session)).toEqual([second]);
  expect(doubtful).toEqual([]);
});

it("tells nothing at all of a session that the operator may not see, or of no source", async () => {
  const nothing = { acts: [], ofUser: null, ofAddress: null, doubtful: [] };
  expect(await lookCloser(ask(stranger), anna, { sources, acts })).toEqual(nothing);
  expect(await lookCloser(ask(upload), anna, { sources, acts })).toEqual(nothing);
  expect(await lookCloser(ask(own), root, { sources: [], acts })).toEqual(nothing);
});

it("tells who ended a session that is seen gone before the act has looked again", async () => {
  const gone = panelSession("4", "anna");
  const underWay = acts.begin([gone.ref], root, "remove");
  const coming = lookCloser(ask(gone), root, { sources, acts });
  setTimeout(() => underWay.settle(gone.ref, { status: "done" }), 50);
  expect((await coming).acts).toMatchObject([{ operator: "root", outcome: { status: "done" } }]);
});

it("tells a customer of sessions in their domains, and of those alone", async () => {
  const carl: Operator = { ...anna, name: "carl", sees: toSight(["carl"], ["carl.example"]) };
  const mine = { ...ftpSession(8, "web"), domain: "carl.example" };
  const foreign = { ...ftpSession(9, "web"), domain: "dora.example" };
  const listed = [watch("ftp", [mine, foreign]), watch("terminal")];
  const { ofUser, ofAddress, doubtful } = await lookCloser(ask(mine), carl, {
    sources: listed,
    acts,
  });
  expect([ofUser?.count, ofAddress?.count, doubtful]).toEqual([0, 0, []]);
  const made = { ref: { ...foreign.ref, id: "10" }, remoteAddress: null };
  const answers = await Promise.all(
    [ask(foreign), made].map((asked) => lookCloser(asked, carl, { sources: listed, acts })),
  );
  expect(answers[0]).toEqual({ acts: [], ofUser: null, ofAddress: null, doubtful: [] });
  expect(answers[1]).toEqual(answers[0]);
});

function ask({ ref, remoteAddress }: Session) {
  return { ref, remoteAddress };
}

/** Without sessions it does not answer. */
function watch(kind: SessionKind, sessions?: readonly Session[]) {
  const id = sessions?.[0]?.ref.sourceId ?? `${kind}/x`;
  const list = async () => {
    if (!sessions) throw new SourceError("unreachable", quoted("no route to host"));
    return sessions;
  };
  const act = () => Promise.reject(new Error("nobody is acted on"));
  return watchSource(
    { id, server: kind, provider: "x", kind },
    { id, list, act },
    { timeoutMs: 100, now: () => at, reportBug: () => undefined },
  );
}
