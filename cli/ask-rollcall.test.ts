import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runRollcall } from "@/tests/support/run-rollcall";

let server: Server;
let answer: { readonly status: number; readonly text: string };
let url: string;

beforeEach(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status).end(answer.text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  url = `http://127.0.0.1:${address.port}`;
});
afterEach(() => server.close());

const ask = (words: readonly string[]) =>
  runRollcall(words, { env: { ROLLCALL_URL: url, ROLLCALL_TOKEN: "secret" } });
const ref = Buffer.from('["ts01/windows","1",null,null,null]').toString("base64url");

it.each([
  [200, '{"status":"ok"}'],
  [200, "<html>Welcome to nginx!</html>"],
  [404, "not found"],
  [204, ""],
])("says in one sentence that another program answers: %i %s", async (status, text) => {
  answer = { status, text };
  for (const words of [
    ["sessions", "ftp"],
    ["act", "log-off", ref],
  ]) {
    const { code, stdout, stderr } = await ask(words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^http:\S+ answers with status \d+, .+ set ROLLCALL_URL .+\.\n$/);
  }
});

it("repeats why Rollcall said no", async () => {
  answer = { status: 401, text: '{"error":{"code":"x","message":"The token is not valid."}}' };
  expect(await ask(["sessions", "ftp"])).toEqual({
    code: 1,
    stdout: "",
    stderr: "The token is not valid.\n",
  });
});
