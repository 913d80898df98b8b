import { afterEach, expect, it } from "vitest";
import { provideRollcall } from "@/lib/rollcall";
import { StoreError } from "@/lib/store/store-error";
import { apiRoute } from "./api-route";

const reported: unknown[] = [];
const nobodyAsks = () => Promise.reject(new Error("nobody asks"));
provideRollcall({
  servers: {
    list: nobodyAsks,
    findOut: nobodyAsks,
    save: nobodyAsks,
    remove: nobodyAsks,
    exportYaml: nobodyAsks,
    importYaml: nobodyAsks,
  },
  here: { look: nobodyAsks, setListed: nobodyAsks },
  domains: {
    find: nobodyAsks,
    save: nobodyAsks,
    remove: nobodyAsks,
    importCsv: nobodyAsks,
    exportCsv: nobodyAsks,
  },
  audit: {
    search: nobodyAsks,
    standing: () => null,
    verify: nobodyAsks,
    export: nobodyAsks,
  },
  users: {
    find: nobodyAsks,
    save: nobodyAsks,
    setPassword: nobodyAsks,
    resetFactors: nobodyAsks,
    disable: nobodyAsks,
    enable: nobodyAsks,
    remove: nobodyAsks,
  },
  settings: { sessionLimits: nobodyAsks, changeSessionLimits: nobodyAsks },
  ownSessions: { list: nobodyAsks, end: nobodyAsks },
  roll: nobodyAsks,
  tools: nobodyAsks,
  overview: nobodyAsks,
  act: nobodyAsks,
  tellAct: () => {
    throw new Error("nobody asks");
  },
  lookCloser: nobodyAsks,
  clearLeftovers: nobodyAsks,
  isHealthy: async () => true,
  reportBug: (error) => reported.push(error),
});
afterEach(() => {
  reported.length = 0;
});

it("answers a bug in the shape of every error, and reports it once", async () => {
  const bug = new TypeError("x is not a function");
  const answer = await apiRoute(() => Promise.reject(bug))(new Request("http://rollcall/"), {});
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ error: { code: "bug", message: expect.any(String) } });
  expect(reported).toEqual([bug]);
});

it("says that the database cannot be used, and leaves the reason to the log", async () => {
  const away = new StoreError("The database /data/rollcall.db cannot be used: it is locked.");
  const answer = await apiRoute(() => Promise.reject(away))(new Request("http://rollcall/"), {});
  expect(answer.status).toBe(503);
  const message = expect.not.stringContaining("/data");
  expect(await answer.json()).toEqual({ error: { code: "database", message } });
  expect(reported).toEqual([away]);
});

it("passes on what its route answers", async () => {
  const answer = await apiRoute(async () => new Response("ok"))(
    new Request("http://rollcall/"),
    {},
  );
  expect(await answer.text()).toBe("ok");
  expect(reported).toEqual([]);
});
