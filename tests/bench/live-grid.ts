import type { Page } from "@playwright/test";
import { z } from "zod";
import { bundlePage, openBenchPage, openBrowser, unlimitedFrames } from "./bench-page";
import { median, percentile, printRatio } from "./measure";
import { writeStaticTable } from "./page/static-table";

const rounds = 5;
const updates = 20;
const rows = 10_000;
const manyRows = 100_000;
const scrollSteps = 200;
const scrollPx = 400;
/** With gc, so that nobody pays for what came before. */
const flags = [...unlimitedFrames, "--js-flags=--expose-gc"];

const firstSchema = z.object({
  knownMs: z.number(),
  firstMs: z.number(),
  rowsDrawn: z.int(),
  heightPx: z.int(),
});
const updatesSchema = z.array(z.number());
const scrollSchema = z.object({
  tookMs: z.array(z.number()),
  blanks: z.int(),
  scrolledPx: z.number(),
});

type Side = "ours" | "ag" | "static";

/** What one way of showing rows took, over all rounds. */
interface Took {
  readonly knownMs: number[];
  readonly firstMs: number[];
  readonly updateMs: number[];
  readonly scrolls: z.infer<typeof scrollSchema>[];
  rowsDrawn: number;
  heightPx: number;
}

interface Contender {
  readonly side: Side;
  readonly count: number;
  readonly took: Took;
}

/** The screen of FTP sessions in a real browser, against AG Grid and against a table of HTML. */
export async function measureLiveGrid(): Promise<void> {
  const ours = contender("ours", rows);
  const ag = contender("ag", rows);
  const html = contender("static", rows);
  const oursMany = contender("ours", manyRows);
  const agMany = contender("ag", manyRows);
  const script = await bundlePage(new URL("./page/grid-page.ts", import.meta.url));
  const texts = { "/static-table.html": writeStaticTable(rows) };
  const browser = await openBrowser(flags);
  const open = () => openBenchPage(browser, { origin: "http://127.0.0.1:9", script, texts });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const one of [ours, ag, html, oursMany, agMany]) {
        const page = await open();
        // The others get as much of the screen as ours takes for its rows.
        await run(page, one, ours.took.heightPx);
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
  }
  printFirst(ours, ag, html);
  printUpdates(ours, ag);
  printMany(ours, oursMany);
  for (const { side, took } of [oursMany, agMany]) printScrolls(side, took);
}

function contender(side: Side, count: number): Contender {
  const took = {
    ...{ knownMs: [], firstMs: [], updateMs: [], scrolls: [] },
    ...{ rowsDrawn: 0, heightPx: 0 },
  };
  return { side, count, took };
}

async function run(page: Page, { side, count, took }: Contender, boxPx: number): Promise<void> {
  const call = async <Answer>(text: string, answer: z.ZodType<Answer>) =>
    answer.parse(await page.evaluate(`bench.${text}`));
  const first = await call(`first("${side}", ${count}, ${boxPx})`, firstSchema);
  took.knownMs.push(first.knownMs);
  took.firstMs.push(first.firstMs);
  took.rowsDrawn = first.rowsDrawn;
  took.heightPx = first.heightPx;
  if (side !== "static") took.updateMs.push(...(await call(`update(${updates})`, updatesSchema)));
  if (count === manyRows) {
    const scrolled = await call(`scroll(${scrollSteps}, ${scrollPx})`, scrollSchema);
    if (scrolled.scrolledPx !== scrollSteps * scrollPx) throw new Error("it has not scrolled");
    took.scrolls.push(scrolled);
  }
}

function printFirst(ours: Contender, ag: Contender, html: Contender): void {
  for (const { side, took } of [ours, ag, html]) {
    say(`live: ${side} draws ${took.rowsDrawn} of ${rows} rows in a box of ${took.heightPx} px`);
  }
  say(`live: ${rows} rows are known in ${toMs(median(ours.took.knownMs))}, before the first frame`);
  const title = `live: ${rows} rows, first frame`;
  const oursMs = median(ours.took.firstMs);
  for (const [name, theirs, aim] of [
    ["AG Grid Community", ag, 0.4],
    ["a table of HTML with the same cells", html, 0.05],
  ] as const) {
    const against = { ours: oursMs, theirs: median(theirs.took.firstMs), unit: "ms", aim };
    printRatio({ title: `${title} against ${name}`, ...against });
  }
}

function printUpdates(ours: Contender, ag: Contender): void {
  const [oursMs, theirs] = [median(ours.took.updateMs), median(ag.took.updateMs)];
  const title = `live: ${rows} rows, a change of 100 of them, 20 in sight, against AG Grid`;
  printRatio({ title, ours: oursMs, theirs, unit: "ms", aim: 0.7 });
}

function printMany(few: Contender, many: Contender): void {
  say(`live: ${manyRows} rows are known in ${toMs(median(many.took.knownMs))}`);
  for (const [what, key] of [
    ["first frame", "firstMs"],
    ["a change of 100", "updateMs"],
  ] as const) {
    const [ours, theirs] = [median(many.took[key]), median(few.took[key])];
    const title = `live: ${manyRows} rows against ${rows}, ${what}`;
    printRatio({ title, ours, theirs, unit: "ms", aim: 1.25 });
  }
}

function printScrolls(side: Side, { scrolls }: Took): void {
  const tookMs = scrolls.flatMap((scrolled) => scrolled.tookMs);
  const blanks = scrolls.reduce((sum, scrolled) => sum + scrolled.blanks, 0);
  const frames = [0.5, 0.95, 1].map((share) => toMs(percentile(tookMs, share))).join(", ");
  const steps = `${scrollSteps} steps of ${scrollPx} px`;
  say(
    `live: ${side} scrolls ${manyRows} rows in ${steps}: a frame takes ${frames} (p50, p95, most), ${blanks} of ${tookMs.length} without the row at the top`,
  );
}

function toMs(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
