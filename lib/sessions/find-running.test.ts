import { expect, it } from "vitest";
import { z } from "zod";
import { findRunning } from "./find-running";
import { defineProvider } from "./session-provider";
import { SourceError } from "./source-error";
import type { Transport } from "./transport";

const transport: Transport = {
  run: () => Promise.reject(new Error("nothing is asked here")),
  close: async () => undefined,
};

function provider(name: string, isRunning?: () => Promise<boolean>) {
  return defineProvider({
    name,
    kind: "ftp",
    title: name,
    settingsSchema: z.undefined(),
    open: () => {
      throw new Error("nothing is opened here");
    },
    ...(isRunning ? { isRunning } : {}),
  });
}

it("finds what runs, whatever becomes of the look for others", async () => {
  const bugs: unknown[] = [];
  const found = await findRunning(
    [
      provider("by-hand"),
      provider("unreachable", () => Promise.reject(new SourceError("unreachable", "no shell"))),
      provider("broken", () => Promise.reject(new TypeError("x"))),
      provider("absent", async () => false),
      provider("running", async () => true),
    ],
    transport,
    { timeoutMs: 1000, reportBug: (_error, name) => bugs.push(name) },
  );
  expect(found.map(({ name }) => name)).toEqual(["running"]);
  expect(bugs).toEqual(["broken"]);
});
