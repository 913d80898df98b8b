import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type PageActions, pageRefusal, readPageActions } from "./page-actions";

let folder: string;
let pages: PageActions;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-actions-"));
  await mkdir(join(folder, ".next", "server"), { recursive: true });
  const workersOf = (...pages: readonly string[]) => ({
    workers: Object.fromEntries(pages.map((page) => [page, {}])),
  });
  const node = {
    enter: workersOf("app/sign-in/page"),
    save: workersOf("app/(in)/users/page", "app/(in)/users/[login]/page"),
  };
  const file = join(folder, ".next", "server", "server-reference-manifest.json");
  await writeFile(file, JSON.stringify({ node, edge: {} }));
  pages = readPageActions(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const statusOf = (url: string, headers: Record<string, string> = {}, method = "POST") =>
  pageRefusal({ method, url, headers }, pages)?.status;
const call = (id: string) => ({ "next-action": id });
const form = { "content-type": "multipart/form-data; boundary=x" };

it("lets a page be asked for its own actions only", () => {
  expect(statusOf("/sign-in", call("enter"))).toBeUndefined();
  expect(statusOf("/sign-in?setup=x", call("enter"))).toBeUndefined();
  expect(statusOf("/users/anna", call("save"))).toBeUndefined();
  for (const url of ["/users", "/sign-in/", "/sign-in/x", "/nowhere", "/"]) {
    expect(statusOf(url, call("enter")), url).toBe(404);
  }
  for (const id of ["save", "toString", "__proto__", ""]) {
    expect(statusOf("/sign-in", call(id)), id).toBe(404);
  }
});

it("lets a form without scripts through to pages that have actions, and no other POST", () => {
  expect(statusOf("/sign-in", form)).toBeUndefined();
  expect(statusOf("/nowhere", form)).toBe(404);
  expect(statusOf("/sign-in", { "content-type": "application/json" })).toBe(404);
  expect(statusOf("/sign-in")).toBe(404);
});

it("leaves pages, their files and the API alone, and shows none of Next's own pages", () => {
  for (const url of ["/sign-in", "/_next/static/x.js", "/api/v1/health"]) {
    expect(statusOf(url, {}, "GET"), url).toBeUndefined();
  }
  expect(statusOf("/api/v1/sessions/ftp/act")).toBeUndefined();
  for (const url of ["/_global-error", "/_not-found", "/_next/image?url=x", "/_next/data/x.json"]) {
    expect(statusOf(url, {}, "GET"), url).toBe(404);
  }
});

it("refuses nothing where the actions are not known", () => {
  const knock = { method: "POST", url: "/sign-in", headers: call("of a page in the making") };
  expect(pageRefusal(knock, undefined)).toBeUndefined();
});

it("takes no state of Next's router but one that Next can read", () => {
  const ask = (state: string) => statusOf("/sign-in", { "next-router-state-tree": state }, "GET");
  expect(ask(encodeURIComponent(JSON.stringify(["", {}])))).toBeUndefined();
  for (const state of ["%7B%7B", "%", "", "null", "5", encodeURIComponent('["",5]')]) {
    expect(ask(state), state).toBe(400);
  }
});
