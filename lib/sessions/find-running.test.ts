import { expect, it } from "vitest";
import { z } from "zod";
import { findRunning } from "./find-running";
import { quoted } from "./reason";
import { defineProvider, type FoundSettings } from "./session-provider";
import { SourceError } from "./source-error";
import type { Transport } from "./transport";

const transport: Transport = {
  run: () => Promise.reject(new Error("nothing is asked here")),
  close: async () => undefined,
};

function provider(name: string, find?: () => Promise<readonly FoundSettings[]>) {
  return defineProvider({
    name,
    kind: "ftp",
    title: name,
    settingsSchema: z.undefined(),
    open: () => {
      throw new Error("nothing is opened here");
    },
    ...(find ? { find } : {}),
  });
}

const inTime = { timeoutMs: 1000, reportBug: () => undefined };

it("finds what runs, whatever becomes of the look for others", async () => {
  const bugs: unknown[] = [];
  const running = provider("running", async () => [{}]);
  const found = await findRunning(
    [
      provider("by-hand"),
      provider("unreachable", () =>
        Promise.reject(new SourceError("unreachable", quoted("no shell"))),
      ),
      provider("broken", () => Promise.reject(new TypeError("x"))),
      provider("absent", async () => []),
      running,
    ],
    transport,
    { ...inTime, reportBug: (_error, name) => bugs.push(name) },
  );
  expect(found).toEqual([{ provider: running, settings: {} }]);
  expect(bugs).toEqual(["broken"]);
});

it("finds each daemon of a kind, with the settings that set it apart", async () => {
  const both = provider("both", async () => [{ scoreboard: "/run/a" }, { scoreboard: "/run/b" }]);
  expect(await findRunning([both], transport, inTime)).toEqual([
    { provider: both, settings: { scoreboard: "/run/a" } },
    { provider: both, settings: { scoreboard: "/run/b" } },
  ]);
});
