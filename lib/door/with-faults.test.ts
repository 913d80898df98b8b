import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, it } from "vitest";
import { noteFault, noteTrouble, type RequestFault, runRequest } from "@/lib/auth/request-fault";
import { StoreError } from "@/lib/store/store-error";
import { freePort } from "@/tests/support/free-port";
import { withFaults } from "./with-faults";

const away = new StoreError("The database is locked.");
let close = () => {};
const told: unknown[] = [];
afterEach(() => {
  told.length = 0;
  close();
});

/** Where every request ends as Next lets one end that no action answered. */
async function openFailing(fault: RequestFault | undefined | "unread"): Promise<string> {
  const inside = withFaults(
    async (_request, response) => {
      if (fault !== "unread") noteFault(fault);
      if (fault === 503) noteTrouble(away);
      response.statusCode = 500;
      response.end("what Next says");
    },
    { run: runRequest, logTrouble: (trouble) => told.push(trouble) },
  );
  const port = await freePort();
  const server = createServer((request, response) => void inside(request, response));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${port}`;
}

async function ask(url: string, method: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { method, headers });
  return [answer.status, await answer.text()];
}

it("says that nothing could be read from a call that no action has read", async () => {
  const url = await openFailing("unread");
  const form = await ask(url, "POST");
  expect(form).toEqual([400, "Nothing can be read from this request."]);
  expect(await ask(url, "POST", { "next-action": "1" })).toEqual([400, "what Next says"]);
});

it.each([403, 503] as const)("says %i where that was noted", async (fault) => {
  const url = await openFailing(fault);
  expect(await ask(url, "GET")).toEqual([fault, "what Next says"]);
  expect(await ask(url, "POST", { "next-action": "1" })).toEqual([fault, "what Next says"]);
  expect(told).toEqual(fault === 503 ? [away, away] : []);
});

it("leaves a bug a bug", async () => {
  const url = await openFailing(undefined);
  expect(await ask(url, "POST")).toEqual([500, "what Next says"]);
  expect(await ask(await openFailing("unread"), "GET")).toEqual([500, "what Next says"]);
});

it("leaves what the API answers to the API", async () => {
  const url = await openFailing("unread");
  expect(await ask(`${url}/api/v1/x`, "POST")).toEqual([500, "what Next says"]);
});
