import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { printSessions } from "@/demo/windows-host-tables";
import { actOnSessions } from "@/lib/sessions/act-on-sessions";
import type { Operator } from "@/lib/sessions/operator";
import type { Session } from "@/lib/sessions/session";
import type { Transport } from "@/lib/sessions/transport";
import { type WatchedSource, watchSource } from "@/lib/sessions/watched-source";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { windowsProvider } from "./provider";

const label = {
  id: "ts01/windows",
  server: "ts01",
  provider: "windows",
  kind: "terminal",
} as const;
const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const reportBug = (bug: unknown) => {
  throw bug;
};

let host: WindowsHost;
let transport: Transport;
let watched: WatchedSource;

beforeEach(async () => {
  host = await startWindowsHost();
  transport = reachWindowsHost(host);
  const source = windowsProvider.open(label.id, {}, transport);
  watched = watchSource(label, source, { timeoutMs: 5_000, now: () => new Date(), reportBug });
});

afterEach(async () => {
  await transport.close();
  await host.stop();
});

async function findRef(user: string): Promise<Session["ref"]> {
  const answer = await watched.lookAfresh();
  const sessions = answer.state === "answered" ? answer.sessions : [];
  const session = sessions.find((one) => one.user === user);
  if (!session) throw new Error(`${user} is not listed`);
  return session.ref;
}

function logOff(ref: Session["ref"]) {
  const settings = { settleMs: 300, askTimeoutMs: 5_000, reportBug };
  return actOnSessions(
    [watched],
    { kind: "terminal", action: "logOff", refs: [ref] },
    root,
    settings,
  );
}

const failures = {
  "query session and query user": () => host.behaviour.missing.add("query"),
  "query user": () => {
    host.behaviour.capture = { session: printSessions(host) };
  },
};

describe.each(Object.entries(failures))("when %s fail", (_what, fail) => {
  it("who stays is not said to have left", async () => {
    host.behaviour.stuck.add(host.signIn("anna").id);
    const ref = await findRef("anna");
    host.behaviour.beforeAct = fail;
    expect(await logOff(ref)).toEqual([{ status: "unconfirmed", failure: null }]);
    expect(await findRef("anna")).toMatchObject({ user: ref.user, start: ref.start });
  });

  it("or work again, who stays is not said to have left", async () => {
    host.behaviour.stuck.add(host.signIn("anna").id);
    fail();
    const ref = await findRef("anna");
    host.behaviour.beforeAct = () => {
      host.behaviour.missing.clear();
      host.behaviour.capture = null;
    };
    expect(await logOff(ref)).toEqual([{ status: "unconfirmed", failure: null }]);
    expect(await findRef("anna")).toMatchObject({ user: ref.user, start: ref.start });
  });
});

it("a start that neither list can compare is not known, and who has it is not acted on", async () => {
  host.behaviour.powershell = "missing";
  host.behaviour.stuck.add(host.signIn("anna").id);
  const ref = await findRef("anna");
  host.behaviour.capture = { session: printSessions(host) };
  expect(await findRef("anna")).toEqual({ ...ref, start: null });
  expect(await logOff(ref)).toEqual([{ status: "replaced" }]);
});

it("the next session of the same person with the same id gets names of its own", async () => {
  const anna = host.signIn("anna", { logonAt: Date.UTC(2026, 0, 1, 9, 0) });
  const ref = await findRef("anna");
  host.sessions.splice(host.sessions.indexOf(anna), 1);
  host.signIn("anna", { logonAt: Date.UTC(2026, 0, 1, 10, 0) });
  const next = await findRef("anna");
  expect(next.id).toBe(ref.id);
  expect(next.start).not.toBe(ref.start);
});
