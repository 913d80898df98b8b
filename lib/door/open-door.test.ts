import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it } from "vitest";
import { freePort } from "@/tests/support/free-port";
import { openDoor } from "./open-door";

it("cuts off the one request that ends in a bug, reports it and answers the next", async () => {
  const port = await freePort();
  const publicUrl = new URL(`http://127.0.0.1:${port}`);
  const bugs: unknown[] = [];
  const bug = new Error("broken");
  const door = openDoor(
    async (request, response) => {
      if (request.url === "/broken") throw bug;
      response.end("fine");
    },
    {
      publicUrl,
      trustedProxies: [],
      addressHeader: "x-rollcall-address",
      isDevelopment: false,
      reportBug: (error) => bugs.push(error),
    },
  );
  const server = createServer(door).listen(port, "127.0.0.1");
  await once(server, "listening");

  await expect(fetch(new URL("/broken", publicUrl))).rejects.toThrow();
  expect(bugs).toEqual([bug]);
  const answer = await fetch(new URL("/whole", publicUrl));
  expect(await answer.text()).toBe("fine");
  server.close();
  server.closeAllConnections();
});
