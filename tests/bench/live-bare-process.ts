import { once } from "node:events";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { answerBench, type Load, startLoad } from "./live-process";

/** A broadcast of ws and nothing around it, of frames that were recorded from the hub. */
const requestSchema = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("url") }),
  z.object({ ask: z.literal("begin"), frames: z.array(z.string()) }),
  z.object({ ask: z.literal("end") }),
]);

const options = { host: "127.0.0.1", port: 0, perMessageDeflate: false };
const server = new WebSocketServer(options);
await once(server, "listening");
const { port } = z.object({ port: z.int() }).parse(server.address());
let frames: readonly Buffer[] = [];
let load: Load | undefined;

answerBench({
  answer,
  async close() {
    for (const socket of server.clients) socket.terminate();
    server.close();
  },
});

async function answer(request: unknown): Promise<object> {
  const asked = requestSchema.parse(request);
  switch (asked.ask) {
    case "url":
      return { url: `http://127.0.0.1:${port}` };
    case "begin":
      frames = asked.frames.map((frame) => Buffer.from(frame));
      load = startLoad((tick) => broadcast(frames[tick]));
      return {};
    case "end":
      if (!load) throw new Error("no load has begun");
      return load.end(frames.length);
  }
}

function broadcast(frame: Buffer | undefined): void {
  if (!frame) return;
  for (const socket of server.clients) {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame, { binary: false });
  }
}
