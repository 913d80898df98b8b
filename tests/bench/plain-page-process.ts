import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";
import { answerBench } from "./live-process";

/** What is quickly written: a page that asks every 2 s for what ftpwho prints. */
const page = `<!doctype html>
<title>FTP sessions</title>
<pre id="list"></pre>
<script>
  const look = async () => {
    list.textContent = await (await fetch("/list")).text();
  };
  setInterval(look, 2000);
  look();
</script>
`;

const requestSchema = z.object({ scoreboard: z.string() });
let scoreboard = "";

const server = createServer((request, response) => {
  if (request.url === "/") return response.setHeader("content-type", "text/html").end(page);
  if (request.url !== "/list") return response.writeHead(404).end();
  execFile("ftpwho", ["-f", scoreboard, "-v"], (error, text) => {
    if (error) throw error;
    response.end(text);
  });
  return response;
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = z.object({ port: z.int() }).parse(server.address());

answerBench({
  async answer(request) {
    scoreboard = requestSchema.parse(request).scoreboard;
    return { url: `http://127.0.0.1:${port}/`, pid: process.pid };
  },
  async close() {
    server.closeAllConnections();
    server.close();
  },
});
