import { once } from "node:events";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { createScriptedFeed, startHub } from "@/tests/support/live-hub";
import { ftpSession } from "@/tests/support/live-sessions";
import { answerBench } from "./live-process";

/** The real hub, and a bare socket beside it. */
const rows = 500;
const changingRows = 10;

const requestSchema = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("urls") }),
  z.object({ ask: z.literal("change"), text: z.string() }),
  z.object({ ask: z.literal("say"), text: z.string() }),
]);

const feed = createScriptedFeed("ftp", "web01/ftp");
await feed.say(listSessions("nothing.zip"));
const hub = await startHub({ sources: () => [feed.watched] });

const options = { host: "127.0.0.1", port: 0, perMessageDeflate: false };
const bare = new WebSocketServer(options);
await once(bare, "listening");
const { port } = z.object({ port: z.int() }).parse(bare.address());

answerBench({
  answer,
  async close() {
    for (const socket of bare.clients) socket.terminate();
    bare.close();
    await hub.stop();
    if (hub.bugs.length > 0) throw new AggregateError(hub.bugs, "the hub has bugs");
  },
});

async function answer(request: unknown): Promise<object> {
  const asked = requestSchema.parse(request);
  switch (asked.ask) {
    case "urls":
      return { hub: hub.url, bare: `ws://127.0.0.1:${port}` };
    case "change":
      await feed.say(listSessions(asked.text));
      return { atMs: nowMs() };
    case "say":
      for (const socket of bare.clients) socket.send(asked.text);
      return { atMs: nowMs() };
  }
}

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Made anew each time, as a provider does that has parsed an answer. */
function listSessions(fileName: string) {
  return Array.from({ length: rows }, (_, index) => {
    const session = ftpSession(1000 + index, `user${index}`);
    return index < changingRows ? { ...session, fileName } : session;
  });
}
