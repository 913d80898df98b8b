import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { liveCloseCodes } from "@/lib/sessions/live-line";
import { quoted } from "@/lib/sessions/reason";
import type { FtpSession } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
import { closeCodeOf, createScriptedFeed, type Hub, startHub } from "@/tests/support/live-hub";
import { readLive } from "@/tests/support/live-reader";
import { ftpSession } from "@/tests/support/live-sessions";
import { toSight } from "@/tests/support/sights";
import { waitFor } from "@/tests/support/wait-for";

let hub: Hub;
afterEach(async () => {
  await hub.stop();
  expect(hub.bugs).toEqual([]);
});

const carl = { name: "carl", sees: toSight(["carl"], ["alpha.example"]) };
const alpha = inDomain(ftpSession(1, "anna"), "alpha.example");
const beta = inDomain(ftpSession(2, "bert"), "beta.example");

function inDomain(session: FtpSession, domain: string): FtpSession {
  return { ...session, domain };
}

async function start() {
  const feed = createScriptedFeed("ftp", "web01/ftp");
  hub = await startHub({ sources: () => [feed.watched] });
  hub.signedIn.set("carl", carl);
  return feed;
}

async function watchAs(cookie: string) {
  const socket = hub.connect(cookie);
  const reader = readLive(socket);
  await once(socket, "open");
  reader.watch("ftp");
  await waitFor(() => reader.number() !== undefined);
  const users = () => [...reader.rows().values()].map(({ session }) => session["user"]);
  const servers = () => [...reader.sources().values()].map(({ server }) => server);
  return { socket, ...reader, users, servers };
}

it("tells only the sessions of one's domains, and the name of a server only while they are there", async () => {
  const feed = await start();
  await feed.say([beta]);
  const { users, servers, gaps, messages } = await watchAs("carl");
  expect([users(), servers()]).toEqual([[], ["another server"]]);
  expect(JSON.stringify(messages)).not.toMatch(/web01|scripted|bert|beta/);
  await feed.say([beta, alpha]);
  await waitFor(() => users().length === 1);
  expect([users(), servers()]).toEqual([["anna"], ["web01"]]);
  await feed.fail(
    new SourceError("refused", quoted("key of root@web01 refused"), { printed: "secret" }),
  );
  await waitFor(() => JSON.stringify(messages).includes('"stale"'));
  expect([users(), servers()]).toEqual([["anna"], ["web01"]]);
  await feed.say([beta]);
  await waitFor(() => users().length === 0);
  expect(servers()).toEqual(["another server"]);
  expect(gaps()).toBe(0);
  expect(JSON.stringify(messages)).not.toMatch(/bert|beta|root|secret/);
});

it("sends all away at once who do not see everything when sights change, and tells nothing of before from then on", async () => {
  const feed = await start();
  await feed.say([alpha, beta]);
  const [own, all] = [await watchAs("carl"), await watchAs("admin")];
  expect([own.users(), all.users()]).toEqual([["anna"], ["anna", "bert"]]);
  const code = closeCodeOf(own.socket);
  hub.signedIn.set("carl", { ...carl, sees: toSight(["carl"], ["beta.example"]) });
  hub.changeSights();
  const heard = own.messages.length;
  await feed.say([inDomain(ftpSession(3, "anton"), "alpha.example"), alpha, beta]);
  expect(await code).toBe(liveCloseCodes.sightChanged);
  await waitFor(() => all.users().length === 3);
  expect(all.gaps()).toBe(0);
  expect(own.messages).toHaveLength(heard);
  const again = await watchAs("carl");
  expect(again.users()).toEqual(["bert"]);
  expect(JSON.stringify(again.messages)).not.toMatch(/anna|anton|alpha/);
});

it("recognises anew who was recognised before a change and arrives after it", async () => {
  const feed = createScriptedFeed("ftp", "web01/ftp");
  await feed.say([alpha, beta]);
  const asked: PromiseWithResolvers<void>[] = [];
  hub = await startHub({
    sources: () => [feed.watched],
    async recognise() {
      const answer = asked.length === 0 ? carl : { ...carl, sees: toSight(["carl"], []) };
      const gate = Promise.withResolvers<void>();
      asked.push(gate);
      await gate.promise;
      return { ...answer, mayAct: true, address: null, panelSessionId: "carl" };
    },
    findSignedIn: async (ids) => new Set(ids),
  });
  const arriving = watchAs("carl");
  await waitFor(() => asked.length === 1);
  hub.changeSights();
  asked[0]?.resolve();
  await waitFor(() => asked.length === 2);
  asked[1]?.resolve();
  expect((await arriving).users()).toEqual([]);
});
