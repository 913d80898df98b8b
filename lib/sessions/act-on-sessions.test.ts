import { describe, expect, it } from "vitest";
import { sourceId, terminalSession, watchScripted } from "@/tests/support/scripted-source";
import { toSight } from "@/tests/support/sights";
import { type ActSettings, actOnSessions } from "./act-on-sessions";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import type { TerminalSession } from "./session";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import type { Asked } from "./session-source";
import { beforeAsking, SourceError } from "./source-error";

const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const settings: ActSettings = { settleMs: 200, askTimeoutMs: 100, reportBug: () => undefined };
const anna = terminalSession(2, "anna");
const bruno = terminalSession(3, "bruno");

interface Server {
  sessions: TerminalSession[];
  /** Ended with all its sessions. */
  isStopped?: boolean;
  onAct?: (refs: readonly SessionRef[]) => Promise<readonly Asked[]>;
}

function open(server: Server) {
  const asked: string[] = [];
  let looks = 0;
  const { watched } = watchScripted({
    list: async () => {
      looks += 1;
      if (server.isStopped) {
        throw new SourceError("unreachable", quoted("it is not running"), { isNobodyLeft: true });
      }
      return [...server.sessions];
    },
    act: async (refs) => {
      asked.push(...refs.map(({ id }) => id));
      if (server.onAct) return server.onAct(refs);
      server.sessions = server.sessions.filter(({ ref }) => !refs.some(({ id }) => id === ref.id));
      return refs.map(() => ({ status: "asked" }) as const);
    },
  });
  const act = (refs: readonly SessionRef[], action: SessionAction = "logOff", operator = root) =>
    actOnSessions([watched], { kind: "terminal", action, refs }, operator, settings);
  return { act, asked, looks: () => looks };
}

describe("an action", () => {
  it("is done when the session is seen gone, with one look before and one after a batch", async () => {
    const { act, looks } = open({ sessions: [anna, bruno] });
    expect(await act([bruno.ref, anna.ref])).toEqual([{ status: "done" }, { status: "done" }]);
    expect(looks()).toBe(2);
  });

  it("is done, or needless, when the server has ended with all its sessions", async () => {
    const server: Server = { sessions: [anna] };
    server.onAct = async (refs) => {
      server.isStopped = true;
      return refs.map(() => ({ status: "asked" }));
    };
    const { act } = open(server);
    expect(await act([anna.ref])).toEqual([{ status: "done" }]);
    expect(await act([anna.ref])).toEqual([{ status: "alreadyGone" }]);
  });

  it("asks nothing of a session that is gone or whose id is someone else's", async () => {
    const carla = terminalSession(2, "carla");
    const { act, asked } = open({ sessions: [carla] });
    expect(await act([anna.ref, bruno.ref])).toEqual([
      { status: "replaced" },
      { status: "alreadyGone" },
    ]);
    expect(asked).toEqual([]);
  });

  it("does nothing to the same user's later session with the same id", async () => {
    const later = { ...anna, ref: { ...anna.ref, start: "9:05" } };
    const { act, asked } = open({ sessions: [later] });
    expect(await act([anna.ref])).toEqual([{ status: "replaced" }]);
    expect(asked).toEqual([]);
  });

  it("is unconfirmed while the session may still be there, whatever its name is by now", async () => {
    const server: Server = { sessions: [anna] };
    server.onAct = async (refs) => {
      server.sessions = [terminalSession(2, "anna", null)];
      return refs.map(() => ({ status: "asked" }));
    };
    expect(await open(server).act([anna.ref])).toEqual([{ status: "unconfirmed", failure: null }]);
  });

  it("is done as a disconnect when the session stays and nobody is attached", async () => {
    const server: Server = { sessions: [anna] };
    server.onAct = async (refs) => {
      server.sessions = [terminalSession(2, "anna", null)];
      return refs.map(() => ({ status: "asked" }));
    };
    expect(await open(server).act([anna.ref], "disconnect")).toEqual([{ status: "done" }]);
  });

  it("has failed when the server could not be asked, and is unconfirmed when it was cut off", async () => {
    const untrusted = new SourceError("not-trusted", quoted("another host key"));
    const refusing = open({ sessions: [anna], onAct: () => Promise.reject(untrusted) });
    expect(await refusing.act([anna.ref])).toMatchObject([{ status: "failed" }]);

    const unread = beforeAsking(
      Promise.reject(new SourceError("unreadable", quoted("half a list"))),
    );
    const unable = open({ sessions: [anna], onAct: () => unread });
    expect(await unable.act([anna.ref])).toMatchObject([{ status: "failed" }]);

    const cutOff = new SourceError("unreadable", quoted("the connection ended"));
    const cutting = open({ sessions: [anna], onAct: () => Promise.reject(cutOff) });
    expect(await cutting.act([anna.ref])).toMatchObject([
      { status: "unconfirmed", failure: { code: "unreadable" } },
    ]);
  });

  it("sends a message once to each, and waits for nothing where its fate is not known", async () => {
    const sent: string[] = [];
    const { watched } = watchScripted({
      list: async () => [anna, bruno],
      sendMessage: async (refs, text) => {
        sent.push(text);
        if (text === "lost") throw new SourceError("unreadable", quoted("the connection ended"));
        return refs.map(({ user }) =>
          user === "anna"
            ? { status: "asked" }
            : { status: "refused", reason: quoted("no rights") },
        );
      },
    });
    const send = (message: string) => {
      const refs = [anna.ref, bruno.ref];
      const acting = { kind: "terminal", action: "sendMessage", refs, message } as const;
      return actOnSessions([watched], acting, root, { ...settings, settleMs: 60_000 });
    };
    expect(await send("Maintenance at noon")).toEqual([
      { status: "done" },
      { status: "refused", why: "server", reason: quoted("no rights") },
    ]);
    expect(await send("lost")).toMatchObject([
      { status: "unconfirmed", failure: { code: "unreadable" } },
      { status: "unconfirmed", failure: { code: "unreadable" } },
    ]);
    expect(sent).toEqual(["Maintenance at noon", "lost"]);
  });

  it("refuses a message where the source shows none", async () => {
    const { watched } = watchScripted({ list: async () => [anna] });
    const message = "Maintenance at noon";
    const acting = { kind: "terminal", action: "sendMessage", refs: [anna.ref], message } as const;
    expect(await actOnSessions([watched], acting, root, settings)).toMatchObject([
      { status: "refused", why: "server" },
    ]);
  });

  it("has failed when the source does not answer before it", async () => {
    const { watched } = watchScripted({
      list: () => Promise.reject(new SourceError("unreachable", quoted("down"))),
    });
    const acting = { kind: "terminal", action: "logOff", refs: [anna.ref] } as const;
    expect(await actOnSessions([watched], acting, root, settings)).toEqual([
      { status: "failed", failure: { code: "unreachable", reason: quoted("down") } },
    ]);
  });

  it("says what the server refused, in its words", async () => {
    const onAct = async () => [{ status: "refused", reason: quoted("Access is denied.") } as const];
    const { act } = open({ sessions: [anna], onAct });
    expect(await act([anna.ref])).toEqual([
      { status: "refused", why: "server", reason: quoted("Access is denied.") },
    ]);
  });

  it("asks once for a session that was named twice", async () => {
    const { act, asked } = open({ sessions: [anna] });
    expect(await act([anna.ref, anna.ref])).toEqual([{ status: "done" }, { status: "done" }]);
    expect(asked).toEqual(["2"]);
  });
});

describe("nothing is asked of the server", () => {
  it("for a service or a listener", async () => {
    const listener = { ...terminalSession(65_536, null, "rdp-tcp"), isService: true };
    const { act, asked } = open({ sessions: [listener] });
    expect(await act([listener.ref])).toMatchObject([{ status: "refused", why: "service" }]);
    expect(asked).toEqual([]);
  });

  it("for an operator who may only look, or sees only what is theirs", async () => {
    const { act, asked } = open({ sessions: [anna] });
    const viewer = { ...root, mayAct: false };
    const owner: Operator = { ...root, name: "anna", sees: toSight(["anna"], []) };
    for (const operator of [viewer, owner]) {
      expect(await act([anna.ref], "logOff", operator)).toMatchObject([{ why: "notAllowed" }]);
    }
    expect(asked).toEqual([]);
  });

  it("for a source that is not there, or is of another kind", async () => {
    const { act } = open({ sessions: [anna] });
    const elsewhere = { ...anna.ref, sourceId: "ts99/windows" };
    expect(await act([elsewhere])).toMatchObject([{ status: "failed" }]);
    const { watched } = watchScripted({ list: async () => [anna] });
    const asFtp = { kind: "ftp", action: "remove", refs: [anna.ref] } as const;
    expect(await actOnSessions([watched], asFtp, root, settings)).toMatchObject([
      { status: "failed" },
    ]);
  });

  it("for the operator's own panel session", async () => {
    const operator = { ...root, panelSessionId: "row-1" };
    const ref = { sourceId, id: "row-1", user: "root", start: null, name: null };
    const acting = { kind: "panel", action: "remove", refs: [ref] } as const;
    expect(await actOnSessions([], acting, operator, settings)).toEqual([
      { status: "refused", why: "ownSession", reason: null },
    ]);
  });
});
