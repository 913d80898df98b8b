import { z } from "zod";
import { hashSecret, newSecret } from "@/lib/auth/secret";
import { countTools } from "@/lib/sessions/count-tools";
import type { StoredPanelSession } from "@/lib/store/panel-sessions";
import { createScriptedFeed, startHub } from "@/tests/support/live-hub";
import { ftpSession } from "@/tests/support/live-sessions";
import { addUser, openScratchStore } from "@/tests/support/scratch-store";
import { answerBench, type Load, monotonicMs, startLoad } from "./live-process";

/** The real hub over a real store, told of changes ten times a second. */
const rows = 500;
const changingRows = 10;

const requestSchema = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("url") }),
  z.object({ ask: z.literal("signIn"), login: z.string() }),
  z.object({ ask: z.literal("remove"), secret: z.string() }),
  z.object({ ask: z.literal("begin") }),
  z.object({ ask: z.literal("end") }),
]);

const scratch = await openScratchStore();
const { users, domains, panelSessions, trustedHostKeys, onSessionsEnded } = scratch.store;
const feed = createScriptedFeed("ftp", "web01/ftp");
const sources = () => [feed.watched];
const bytes = Array.from({ length: rows }, () => 1_000_000);
await feed.say(listSessions());

const hub = await startHub({
  sources,
  onSessionsEnded,
  async recognise({ headers }) {
    const found = await findSignedIn(headers.cookie ?? "");
    return (
      found && {
        name: found.login,
        sees: "everything",
        mayAct: true,
        address: null,
        panelSessionId: found.id,
      }
    );
  },
  findSignedIn: (ids) => panelSessions.findSignedInIds(ids, new Date()),
  countTools: (operator) =>
    countTools(operator, {
      sources,
      listServers,
      countDomains: domains.count,
      countUsers: users.count,
    }),
});
let load: Load | undefined;

answerBench({
  answer,
  async close() {
    await hub.stop();
    await scratch.remove();
    if (hub.bugs.length > 0) throw new AggregateError(hub.bugs, "the hub has bugs");
  },
});

async function answer(request: unknown): Promise<object> {
  const asked = requestSchema.parse(request);
  switch (asked.ask) {
    case "url":
      return { url: hub.url };
    case "signIn":
      return { secret: await signIn(asked.login) };
    case "remove":
      return { askedAtMs: await remove(asked.secret) };
    case "begin":
      load = startLoad(tellChanges);
      return {};
    case "end":
      if (!load) throw new Error("no load has begun");
      return load.end(0);
  }
}

async function signIn(login: string): Promise<string> {
  if (!(await users.find(login))) await addUser(scratch.store, login);
  const user = await users.find(login);
  if (!user) throw new Error(`there is no ${login}`);
  const secret = newSecret();
  await panelSessions.start({
    ...{ tokenHash: hashSecret(secret), userId: user.id, passwordHash: user.passwordHash },
    ...{ startedAt: new Date(), address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null },
    ...{ signedInWith: "password", pending: null },
  });
  return secret;
}

function findSignedIn(secret: string): Promise<StoredPanelSession | undefined> {
  return panelSessions.findSignedIn(hashSecret(secret), new Date());
}

/** When it was asked for. */
async function remove(secret: string): Promise<number> {
  const session = await findSignedIn(secret);
  if (!session) throw new Error("it is not signed in");
  const askedAtMs = monotonicMs();
  if (!(await panelSessions.remove({ ...session, by: null }, new Date())))
    throw new Error("it was not removed");
  return askedAtMs;
}

async function listServers() {
  await trustedHostKeys.list();
  return [];
}

function tellChanges(tick: number): void {
  for (let row = 0; row < changingRows; row += 1) {
    const changed = (tick * changingRows + row) % rows;
    bytes[changed] = (bytes[changed] ?? 0) + 65_536;
  }
  void feed.say(listSessions());
}

/** Made anew each time, as a provider does that has parsed an answer. */
function listSessions() {
  return bytes.map((bytesTransferred, index) => ({
    ...ftpSession(1000 + index, `user${index}`),
    bytesTransferred,
  }));
}
