import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openApi } from "@/tests/support/api";
import { freePort } from "@/tests/support/free-port";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { systemEnv } from "@/tests/support/system-env";
import { waitFor } from "@/tests/support/wait-for";
import { expect, test } from "./rollcall-test";

let rollcall: RunningRollcall;

test.beforeAll(async () => {
  rollcall = await startRollcall();
});
test.afterAll(() => rollcall.stop());

const act = "/api/v1/sessions/ftp/act";

test("every WebSocket handshake that is not for the live channel is refused, its socket closed", async () => {
  // Next has listened for handshakes since its first request.
  await fetch(`${rollcall.url}/sign-in`);
  const { host, origin } = new URL(rollcall.url);
  const shake = (headers: readonly string[], path = "/live") =>
    ask(`GET ${path} HTTP/1.1`, [
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    ]);
  expect(await shake(["Host: evil.example"])).toMatch(/^HTTP\/1.1 421 /);
  expect(await shake([`Host: ${host}`, "Origin: https://evil.example"])).toMatch(/^HTTP\/1.1 403 /);
  const own = [`Host: ${host}`, `Origin: ${origin}`];
  for (const path of ["/_next/hmr", "/sign-in", "/nowhere", "/live/"]) {
    const answer = await shake(own, path);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).toMatch(/^connection: close\r$/im);
  }
  expect(await shake([...own, "Cookie: rollcall=guessed"])).toMatch(/^HTTP\/1.1 401 /);
});

test("an offer of HTTP/2 does not keep a script from its answer", async () => {
  const { host } = new URL(rollcall.url);
  const answer = await ask("GET /api/v1/health HTTP/1.1", [
    `Host: ${host}`,
    "Connection: Upgrade, HTTP2-Settings, close",
    "Upgrade: h2c",
    "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
  ]);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
});

test("a request with two Host headers is refused", async () => {
  const { host } = new URL(rollcall.url);
  const hosts = [`Host: ${host}`, "Host: evil.example"];
  expect(await ask("GET /sign-in HTTP/1.1", hosts)).toMatch(/^HTTP\/1.1 400 /);
});

test("every error of the API has its shape and is kept in no cache", async () => {
  for (const [method, path, status] of [
    ["GET", "/api/v1/%E0%A4%A", 400],
    ["GET", "/api/v1/sessions/ftp", 401],
    ["POST", act, 401],
    ["POST", "/api/v1/sessions/ftp", 404],
    ["PUT", "/api/v1/sessions/ftp", 404],
    ["GET", act, 404],
    ["POST", "/api/v1/health", 404],
    ["POST", "/api/v1/openapi.json", 404],
    ["OPTIONS", "/api/v1/health", 404],
    ["PROPFIND", "/api/v1/nowhere", 404],
  ] as const) {
    const answer = await fetch(rollcall.url + path, { method });
    expect(answer.status, `${method} ${path}`).toBe(status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  }
});

test("a body that is wrong is answered with one sentence", async () => {
  const { token } = await openApi(rollcall, "operator");
  const headers = { authorization: `Bearer ${token}` };
  for (const [body, message] of [
    ["{", /^The body is not JSON\.$/],
    ["", /^The body is not JSON\.$/],
    ["null", /^body: .+\.$/],
    ['{"action":"remove","refs":[]}', /^refs: .+\.$/],
    ['{"action":"remove","refs":["x"]}', /^refs\[0\] is not a ref/],
  ] as const) {
    const answer = await fetch(rollcall.url + act, { method: "POST", headers, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringMatching(message) },
    });
  }
});

test("the API's description names itself and what the door answers", async () => {
  const answer = await fetch(`${rollcall.url}/api/v1/openapi.json`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const responses = expect.objectContaining({ 411: expect.anything(), 421: expect.anything() });
  expect(await answer.json()).toMatchObject({
    paths: { "/api/v1/openapi.json": { get: expect.anything() }, [act]: { post: { responses } } },
  });
});

test("the scripts of the pages come packed, and browsers keep them", async () => {
  const page = await (await fetch(`${rollcall.url}/sign-in`)).text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const ask = (encodings: string) =>
    fetch(`${rollcall.url}${script}`, { headers: { "accept-encoding": encodings } });
  const texts: string[] = [];
  for (const packed of ["br", "gzip", null]) {
    const answer = await ask(packed ?? "identity");
    expect(answer.headers.get("content-encoding")).toBe(packed);
    expect(answer.headers.get("content-type")).toMatch(/javascript/);
    expect(answer.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    texts.push(await answer.text());
  }
  expect(new Set(texts).size).toBe(1);
  for (const path of [
    "/_next/static/../server.ts",
    "/_next/static/chunks/nothing.js",
    "/_next/static/%00",
  ]) {
    const answer = await fetch(`${rollcall.url}${path}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
});

test("there is no image optimizer to ask without a sign-in", async () => {
  const answer = await fetch(`${rollcall.url}/_next/image?url=%2Ffavicon.ico&w=64&q=75`);
  expect(answer.status).toBe(404);
});

test("a stop while it starts ends it with 0", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-door-"));
  const [root, data] = [resolve(import.meta.dirname, "..", ".."), join(folder, "data")];
  const args = ["--import", "tsx", join(root, "server.ts")];
  const server = spawn("node", args, {
    cwd: root,
    env: {
      ...systemEnv(),
      NODE_ENV: "production",
      PORT: String(await freePort()),
      ROLLCALL_DATA: data,
    },
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  // Made by the start, long before it listens.
  await waitFor(() => existsSync(data), 30_000);
  server.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  await rm(folder, { recursive: true, force: true });
});

test("what keeps it from starting is told on stderr, and nothing on stdout", async () => {
  const root = resolve(import.meta.dirname, "..", "..");
  const server = spawn("node", ["--import", "tsx", join(root, "server.ts")], {
    cwd: root,
    env: { ...systemEnv(), NODE_ENV: "production", PORT: "eighty" },
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    server.stdout.toArray(),
    server.stderr.toArray(),
    once(server, "exit"),
  ]);
  expect(exitCode).toBe(1);
  expect(stdout.join("")).toBe("");
  expect(stderr.join("")).toMatch(/^PORT must be .+\n$/);
});

/** All that comes back until the server closes, however long it keeps the socket. */
async function ask(line: string, headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(rollcall.url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.setEncoding("utf8");
  socket.write([line, ...headers, "", ""].join("\r\n"));
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  socket.destroy();
  return answer;
}
