import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { bundlePage, openBenchPage, openBrowser, unlimitedFrames } from "./bench-page";
import { type ServerProcess, startServerProcess } from "./live-process";
import { median, printRatio } from "./measure";

const rounds = 60;
/** Longer than the hub waits for more to tell together. */
const apartMs = 200;
const title = "live: from the answer of a source to the painted row against bare ws text";

/** One page has the screen and a bare text, and one process tells both. */
export async function measureLivePaint(): Promise<void> {
  const script = await bundlePage(new URL("./page/change-page.tsx", import.meta.url));
  const server = startServerProcess(new URL("./live-paint-process.ts", import.meta.url));
  try {
    await measure(server, script, { title, aim: 1.5 });
    await measure(server, script, { title: `${title}, without a frame clock` }, unlimitedFrames);
  } finally {
    await server.stop();
  }
}

interface Printed {
  readonly title: string;
  readonly aim?: number;
}

const urlsSchema = z.object({ hub: z.string(), bare: z.string() });
const atSchema = z.object({ atMs: z.number() });

async function measure(
  server: ServerProcess,
  script: string,
  printed: Printed,
  flags: readonly string[] = [],
): Promise<void> {
  const urls = await server.ask({ ask: "urls" }, urlsSchema);
  const browser = await openBrowser(flags);
  try {
    const page = await openBenchPage(browser, { origin: urls.hub, script });
    // As the hub of the tests knows who has signed in.
    await page.evaluate("document.cookie = 'admin'");
    await page.evaluate(`bench.open("${urls.bare}")`);
    const time = async (ask: "change" | "say", text: string) => {
      const seen = call(page, `${ask === "change" ? "whenShown" : "whenSaid"}("${text}")`);
      await pause(apartMs);
      const { atMs } = await server.ask({ ask, text }, atSchema);
      return (await seen) - atMs;
    };
    await call(page, `whenShown("user0")`);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await time("say", `text-${round}`));
      ours.push(await time("change", `file-${round}.zip`));
    }
    printRatio({ ...printed, ours: median(ours), theirs: median(theirs), unit: "ms" });
  } finally {
    await browser.close();
  }
}

async function call(page: Page, text: string): Promise<number> {
  return z.number().parse(await page.evaluate(`bench.${text}`));
}
