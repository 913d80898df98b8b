import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it } from "vitest";
import { freePort } from "@/tests/support/free-port";
import { type Inside, openDoor } from "./open-door";

/** A door that tells what passes it. */
async function openTestDoor(inside: Inside, { isDevelopment = false } = {}) {
  const port = await freePort();
  const publicUrl = new URL(`http://127.0.0.1:${port}`);
  const bugs: unknown[] = [];
  const door = openDoor(inside, {
    publicUrl,
    trustedProxies: [],
    addressHeader: "x-rollcall-address",
    peerHeader: "x-rollcall-peer",
    isDevelopment,
    reportBug: (error) => bugs.push(error),
  });
  const server = createServer(door).listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { publicUrl, bugs, close };
}

it("cuts off the one request that ends in a bug, reports it and answers the next", async () => {
  const bug = new Error("broken");
  const { publicUrl, bugs, close } = await openTestDoor(async (request, response) => {
    if (request.url === "/broken") throw bug;
    response.end("fine");
  });
  await expect(fetch(new URL("/broken", publicUrl))).rejects.toThrow();
  expect(bugs).toEqual([bug]);
  const answer = await fetch(new URL("/whole", publicUrl));
  expect(await answer.text()).toBe("fine");
  close();
});

it.each([
  [false, []],
  [true, ["x-nextjs-html-request-id", "x-nextjs-request-id"]],
])(
  "lets no header of Next pass but, in development (%s), those its pages wait for",
  async (isDevelopment, passed) => {
    const { publicUrl, close } = await openTestDoor(
      async ({ headers }, response) => {
        response.end(JSON.stringify(Object.keys(headers).filter((name) => name.startsWith("x-"))));
      },
      { isDevelopment },
    );
    const names = ["x-nextjs-html-request-id", "x-nextjs-request-id", "x-nextjs-rewritten-path"];
    const headers = Object.fromEntries(
      [...names, "x-middleware-subrequest"].map((name) => [name, "1"]),
    );
    const answer = await fetch(publicUrl, { headers });
    expect(await answer.json()).toEqual([...passed, "x-rollcall-address", "x-rollcall-peer"]);
    close();
  },
);
