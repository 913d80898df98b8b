import { expect, it } from "vitest";
import { refusalOf } from "./refusal";

const publicUrl = new URL("https://panel.example");
const ours = { host: "panel.example", origin: "https://panel.example" };
const statusOf = (
  method: string,
  headers: Record<string, string>,
  { url = "/sign-in", hosts = [headers["host"] ?? ""] } = {},
) => refusalOf({ method, url, headers, headersDistinct: { host: hosts } }, publicUrl)?.status;

it("lets in what comes to our name", () => {
  expect(statusOf("GET", { host: "panel.example" })).toBeUndefined();
  expect(statusOf("GET", { host: "PANEL.example" })).toBeUndefined();
  expect(statusOf("POST", { ...ours, "content-length": "1000000" })).toBeUndefined();
});

it("answers to no other name, to no two names, and to no proxy request", () => {
  for (const host of ["evil.example", "panel.example:8080", "panel.example.", ""]) {
    expect(statusOf("GET", { host })).toBe(421);
  }
  expect(statusOf("GET", {})).toBe(421);
  expect(statusOf("GET", ours, { hosts: ["panel.example", "evil.example"] })).toBe(400);
  expect(statusOf("GET", ours, { url: "http://evil.example/" })).toBe(400);
});

it("refuses a path that is not percent-encoded UTF-8, wherever it points", () => {
  for (const url of ["/%E0%A4%A", "/api/v1/%E0%A4%A", "/_next/static/%ff", "/%"]) {
    expect(statusOf("GET", ours, { url })).toBe(400);
  }
  expect(statusOf("GET", ours, { url: "/%E2%82%AC?q=%" })).toBeUndefined();
});

it("refuses a path that means another one than it says", () => {
  const crooked = [
    "/api/../sign-in",
    "/api/%2E./sign-in",
    "/sign-in/./x",
    "/sign-in/..",
    "/api\\..\\x",
  ];
  for (const url of [...crooked, "/sign-in/..#/x"]) {
    expect(statusOf("POST", { host: "panel.example" }, { url })).toBe(400);
    expect(statusOf("GET", ours, { url })).toBe(400);
  }
  expect(statusOf("GET", ours, { url: "/x/..y/.z?q=/../" })).toBeUndefined();
});

it("takes a change only from our own pages", () => {
  for (const origin of ["https://evil.example", "http://panel.example", "null", ""]) {
    expect(statusOf("POST", { ...ours, origin })).toBe(403);
  }
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    expect(statusOf(method, { host: "panel.example" })).toBe(403);
  }
  const forged = { ...ours, origin: "https://evil.example", "x-forwarded-host": "evil.example" };
  expect(statusOf("POST", forged)).toBe(403);
});

it("takes a WebSocket handshake from no foreign page", () => {
  const handshake = { ...ours, upgrade: "websocket" };
  expect(statusOf("GET", handshake)).toBeUndefined();
  expect(statusOf("GET", { ...handshake, origin: "https://evil.example" })).toBe(403);
  expect(statusOf("GET", { ...handshake, host: "evil.example" })).toBe(421);
});

it("lets a script in without a cookie, to the API only", () => {
  const script = { host: "panel.example", authorization: "Bearer x" };
  const api = { url: "/api/v1/sessions/ftp/act" };
  expect(statusOf("POST", script, api)).toBeUndefined();
  // Without a token too: the route says what is missing.
  expect(statusOf("POST", { host: "panel.example" }, api)).toBeUndefined();
  expect(statusOf("POST", { ...script, cookie: "rollcall=1" }, api)).toBe(403);
  expect(statusOf("POST", { ...script, origin: "https://evil.example" }, api)).toBe(403);
  expect(statusOf("POST", script, { url: "/tools-settings/ftp-sessions" })).toBe(403);
});

it("knows no method that nothing answers", () => {
  for (const method of ["PUT", "DELETE", "OPTIONS", "PROPFIND"]) {
    expect(statusOf(method, ours)).toBe(404);
  }
});

it("refuses bodies over 1 MiB and those that do not say their length", () => {
  expect(statusOf("POST", { ...ours, "content-length": "1048576" })).toBeUndefined();
  expect(statusOf("POST", { ...ours, "content-length": "1048577" })).toBe(413);
  expect(statusOf("POST", { ...ours, "content-length": "lots" })).toBe(413);
  expect(statusOf("POST", { ...ours, "transfer-encoding": "chunked" })).toBe(411);
});
