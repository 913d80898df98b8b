import { describe, expect, it } from "vitest";
import { ftpSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { actOnSessions } from "./act-on-sessions";
import { openActs } from "./acts";
import { toSeenActs, toSeenOutcome } from "./conceal";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import type { FtpSession } from "./session";
import type { SessionRef } from "./session-ref";
import { SourceError } from "./source-error";
import { watchSource } from "./watched-source";

const carl: Operator = {
  name: "carl",
  sees: toSight(["carl"], ["carl.example"]),
  mayAct: true,
  address: null,
  panelSessionId: "1",
};
const root: Operator = { ...carl, name: "root", sees: "everything" };
const own: FtpSession = { ...ftpSession(1, "anna"), domain: "carl.example" };
const foreign: FtpSession = { ...ftpSession(2, "dora"), domain: "dora.example" };
const unseen = { status: "refused", why: "unseen", reason: null } as const;

async function open() {
  const server = { sessions: [own, foreign], fails: false };
  const asked: string[] = [];
  let looks = 0;
  const held = Promise.withResolvers<void>();
  const source = {
    id: "web01/ftp",
    list: async () => {
      looks += 1;
      if (server.fails) throw new SourceError("refused", quoted("key of root refused"));
      return [...server.sessions];
    },
    act: async (refs: readonly SessionRef[]) => {
      asked.push(...refs.map(({ id }) => id));
      if (refs.some(({ id }) => id === foreign.ref.id)) await held.promise;
      server.sessions = server.sessions.filter(({ ref }) => !refs.some(({ id }) => id === ref.id));
      return refs.map(() => ({ status: "asked" }) as const);
    },
  };
  const label = { id: "web01/ftp", server: "web01", provider: "proftpd", kind: "ftp" } as const;
  const reportBug = () => undefined;
  const watched = watchSource(label, source, { timeoutMs: 100, now: () => new Date(), reportBug });
  await watched.look();
  const acts = openActs();
  const settings = { settleMs: 200, askTimeoutMs: 5000, reportBug, acts };
  return {
    server,
    asked,
    looks: () => looks,
    letGo: held.resolve,
    acts,
    act: (refs: readonly SessionRef[], who = carl) =>
      actOnSessions([watched], { kind: "ftp", action: "remove", refs }, who, settings),
  };
}

describe("who sees some domains only", () => {
  it("ends the sessions of these domains", async () => {
    const { act, asked } = await open();
    expect(await act([own.ref])).toEqual([{ status: "done" }]);
    expect(asked).toEqual(["1"]);
  });

  it("gets one answer for a session of another, one that never was, and a source that is none", async () => {
    const { act, asked, looks } = await open();
    const claimed = { ...foreign.ref, user: "anna" };
    const invented = { ...own.ref, id: "3" };
    const elsewhere = { ...own.ref, sourceId: "web09/ftp" };
    expect(await act([foreign.ref, claimed, invented, elsewhere])).toEqual(Array(4).fill(unseen));
    expect({ asked, looks: looks() }).toEqual({ asked: [], looks: 1 });
  });

  it("waits for nobody who acts on a session of another, and holds nobody up", async () => {
    const { act, letGo, acts } = await open();
    const removal = act([foreign.ref], root);
    expect(await act([foreign.ref])).toEqual([unseen]);
    letGo();
    expect(await removal).toEqual([{ status: "done" }]);
    expect(await act([foreign.ref])).toEqual([unseen]);
    expect(acts.of(foreign.ref)).toHaveLength(1);
  });

  it("is told that it has ended of a session whose id somebody else has by now, and not who", async () => {
    const { act, asked, server } = await open();
    server.sessions = [{ ...foreign, ref: { ...foreign.ref, id: own.ref.id } }];
    expect(await act([own.ref])).toEqual([{ status: "alreadyGone" }]);
    expect(asked).toEqual([]);
  });

  it("ends no session that has left these domains since it was listed", async () => {
    const { act, asked, server } = await open();
    server.sessions = [{ ...own, domain: "dora.example" }];
    expect(await act([own.ref])).toEqual([unseen]);
    expect(asked).toEqual([]);
  });

  it("is told that nothing was done where the server is silent, and not why", async () => {
    const { act, server } = await open();
    server.fails = true;
    const [outcome] = await act([own.ref]);
    expect(outcome && toSeenOutcome(outcome, carl)).toEqual({
      status: "failed",
      failure: { code: "refused", reason: null },
    });
    expect(await act([foreign.ref])).toEqual([unseen]);
  });

  it("is not told who else has ended it, but for those whose sessions they see", () => {
    const by = { operator: "root", action: "remove", at: new Date(), secondsAgo: 1 } as const;
    const gone = { status: "alreadyGone", by } as const;
    expect(toSeenOutcome(gone, carl)).toEqual({ status: "alreadyGone" });
    expect(toSeenOutcome(gone, root)).toBe(gone);
    const ownEnd = { ...gone, by: { ...by, operator: "carl" } };
    expect(toSeenOutcome(ownEnd, carl)).toBe(ownEnd);
    const act = {
      operator: "root",
      action: "remove",
      at: by.at,
      outcome: { status: "done" },
    } as const;
    expect(toSeenActs([act, { ...act, operator: "carl" }], carl)).toHaveLength(1);
  });
});
