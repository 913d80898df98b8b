import { expect, it } from "vitest";
import { refusalOf } from "./refusal";

const publicUrl = new URL("https://panel.example");
const ours = { host: "panel.example", origin: "https://panel.example" };
const statusOf = (method: string, headers: Record<string, string>, target = "/sign-in") =>
  refusalOf({ method, target, headers }, publicUrl)?.status;

it("lets in what comes to our name", () => {
  expect(statusOf("GET", { host: "panel.example" })).toBeUndefined();
  expect(statusOf("GET", { host: "PANEL.example" })).toBeUndefined();
  expect(statusOf("POST", { ...ours, "content-length": "1000000" })).toBeUndefined();
});

it("answers to no other name, and to no proxy request", () => {
  for (const host of ["evil.example", "panel.example:8080", "panel.example.", ""]) {
    expect(statusOf("GET", { host })).toBe(421);
  }
  expect(statusOf("GET", {})).toBe(421);
  expect(statusOf("GET", ours, "http://evil.example/")).toBe(400);
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

it("lets a script in with a token and without a cookie, to the API only", () => {
  const script = { host: "panel.example", authorization: "Bearer x" };
  const path = "/api/v1/sessions/ftp/act";
  expect(statusOf("POST", script, path)).toBeUndefined();
  expect(statusOf("POST", { ...script, cookie: "rollcall=1" }, path)).toBe(403);
  expect(statusOf("POST", { ...script, origin: "https://evil.example" }, path)).toBe(403);
  expect(statusOf("POST", script, "/tools-settings/ftp-sessions")).toBe(403);
  expect(statusOf("POST", { host: "panel.example" }, path)).toBe(403);
});

it("refuses bodies over 1 MB and those that do not say their length", () => {
  expect(statusOf("POST", { ...ours, "content-length": "1000001" })).toBe(413);
  expect(statusOf("POST", { ...ours, "content-length": "lots" })).toBe(413);
  expect(statusOf("POST", { ...ours, "transfer-encoding": "chunked" })).toBe(411);
});
