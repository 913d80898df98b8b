import { afterAll, beforeAll, expect, it } from "vitest";
import { actions, api, byToken, routes } from "@/tests/contract/door-table";
import { persons, tokenKinds } from "@/tests/support/door-people";
import { callAction, isOpened } from "@/tests/support/door-requests";
import { listActions, listOthers, listRoutes, toAddress } from "@/tests/support/door-targets";
import {
  type DoorUnderTest,
  isSignedIn,
  startDoor,
  type Target,
  toActions,
  toApi,
  toPages,
  withHeaders,
} from "@/tests/support/door-under-test";

const leave = "tools-settings leave";
const pages = toPages(routes);
const calls = toActions(actions).filter(({ name }) => !name.startsWith(leave));
const all: readonly Target[] = [...pages, ...calls, ...toApi(api)];
const posts = all.filter(({ knock }) => knock.method === "POST");
const isApi = (route: string) => route.startsWith("/api/");

let door: DoorUnderTest;

beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door.stop());

it("has a row for every page, route, action and path of the API, and none for others", async () => {
  expect(listRoutes().filter((route) => !isApi(route))).toEqual(Object.keys(routes).sort());
  const names = listActions().map(({ name }) => name);
  expect(names.sort()).toEqual([leave, ...Object.keys(actions)].sort());
  expect(await door.listApi()).toEqual(Object.keys(api).sort());
  const paths = Object.keys(api).map((line) => line.split(" ")[1] ?? "");
  for (const route of listRoutes().filter(isApi)) {
    const pattern = new RegExp(`^${toAddress(route).replace(/\[\w+\]/, "\\w+")}$`);
    const isDescribed = paths.some((path) => pattern.test(path));
    expect(isDescribed || route === "/api/v1/[...rest]/route", route).toBe(true);
  }
});

it("depends on no proxy.ts, and answers nothing beside what app/ holds", () => {
  // Next's own page for errors, which says nothing of Rollcall.
  expect(listOthers()).toEqual(["/500"]);
});

it("opens to each person what the table opens to them, and nothing else", async () => {
  expect(await door.findMistakes(all)).toEqual([]);
}, 120_000);

it("shows nobody more in any variant that Next's own router asks for", async () => {
  const page = { children: ["__PAGE__", {}] };
  const tree = { children: ["tools-settings", { children: ["panel-sessions", page] }] };
  const known = encodeURIComponent(JSON.stringify(["", tree]));
  const prefetch = { rsc: "1", "next-router-prefetch": "1" };
  const whole = [{ rsc: "1" }, { rsc: "1", "next-url": "/tools-settings/servers" }];
  const asked = pages.flatMap((page) => whole.map((headers) => withHeaders(page, headers)));
  expect(await door.findMistakes(asked)).toEqual([]);
  // These are answered with which parts a page has, or what is new to who has them: with nothing then.
  const parts = [
    prefetch,
    { rsc: "1", "next-router-state-tree": known },
    { ...prefetch, "next-router-segment-prefetch": "/_tree" },
    { ...prefetch, "next-router-segment-prefetch": "/tools-settings/servers/__PAGE__" },
  ];
  const told = pages.flatMap((page) => parts.map((headers) => withHeaders(page, headers)));
  expect(await door.findTold(told)).toEqual([]);
  const heads = pages.map((page) => ({ ...page, knock: { ...page.knock, method: "HEAD" } }));
  const outside = persons.filter((person) => !isSignedIn(person));
  expect(await door.findMistakes(heads, outside)).toEqual([]);
}, 120_000);

it("opens nothing more to who says to be somebody else's proxy, or Next itself", async () => {
  const said = {
    forwarded: "for=127.0.0.1;host=evil.example;proto=https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-proto": "https",
    "x-real-ip": "127.0.0.1",
    "x-rollcall-address": "127.0.0.1",
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "x-middleware-override-headers": "cookie",
    "x-middleware-rewrite": "/tools-settings/servers",
    "x-nextjs-data": "1",
    "x-nextjs-rewritten-path": "/sign-in",
    "x-action-forwarded": "1",
    "x-matched-path": "/sign-in",
    "x-invoke-path": "/sign-in",
    "x-now-route-matches": "1",
    "x-prerender-revalidate": "1",
    "x-http-method-override": "GET",
    "x-original-url": "/sign-in",
    "next-resume": "1",
  };
  const asked = all.map((target) => withHeaders(target, said));
  const some = ["anonymous", "second-factor", "disabled", "mailbox-owner", "viewer"] as const;
  expect(await door.findMistakes(asked, some)).toEqual([]);
}, 120_000);

it("opens the API to a script by the role of its token, and no page to any", async () => {
  const found: string[] = [];
  for (const { name, knock } of [...toApi(api), ...pages, ...calls]) {
    for (const kind of tokenKinds) {
      const answer = await door.askByToken(knock, kind);
      if (isOpened(answer) !== (byToken[name] ?? []).includes(kind)) {
        found.push(`${name}: ${kind} token gets ${answer.status}`);
      }
    }
  }
  expect(found).toEqual([]);
});

it("takes no change from elsewhere, whoever's cookie comes along, and answers to no other name", async () => {
  const { host } = new URL(door.url);
  const origins: readonly Readonly<Record<string, string>>[] = [
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: `https://${host}` },
    { origin: "null" },
    { origin: "" },
  ];
  const foreign = posts.flatMap((post) => origins.map((headers) => withHeaders(post, headers)));
  expect(await door.findOthers(foreign, 403)).toEqual([]);
  const hosts = ["evil.example", `${host}.evil.example`, "localhost"];
  const elsewhere = all.flatMap((one) => hosts.map((name) => withHeaders(one, { host: name })));
  expect(await door.findOthers(elsewhere, 421)).toEqual([]);
});

it("answers no POST that is none of the page's own actions", async () => {
  const paths = pages.map(({ knock: { path } }) => path);
  const strangers = listActions().flatMap((action) =>
    paths
      .filter((path) => !action.paths.includes(path))
      .map((path) => ({ ...callAction(action, []), path })),
  );
  const types = ["application/json", "application/x-www-form-urlencoded", "text/plain"];
  const plain = paths.flatMap((path) =>
    types.map((type) => ({ method: "POST", path, headers: { "content-type": type }, body: "a=b" })),
  );
  const asked = [...strangers, ...plain].map((knock) => ({ name: knock.path, opensTo: [], knock }));
  expect(await door.findOthers(asked, 404)).toEqual([]);
});

it("lets everybody leave, and by that ends the session", async () => {
  const action = listActions().find(({ name }) => name === leave);
  if (!action) throw new Error("there is no way out");
  for (const person of persons) {
    const answer = await door.ask(callAction(action, []), person);
    expect(answer.headers["x-action-redirect"], person).toMatch(/^\/sign-in/);
  }
  const overview = pages.filter(({ name }) => name === "/tools-settings/page");
  const closed = overview.map((page) => ({ ...page, opensTo: [] }));
  expect(await door.findMistakes(closed)).toEqual([]);
});
