import { type Browser, chromium, type Page, type Request } from "@playwright/test";
import { z } from "zod";
import playwrightConfig from "@/playwright.config";
import { signIn } from "@/tests/e2e/rollcall-test";
import { openApi } from "@/tests/support/api";
import { median, toVerdict } from "./measure";
import { startRollcallWithRows } from "./rollcall-with-rows";

const rows = 500;
const visits = 5;
const mostScriptKb = 180;
const title = `live: first visit of a page with ${rows} sessions`;

/** What a browser with nothing in its cache loads, and how long it is busy with it. */
export async function measureFirstVisit(): Promise<void> {
  const rollcall = await startRollcallWithRows(rows);
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const { roll } = await openApi(rollcall, "viewer");
    const { sessions } = await roll("terminal");
    if (sessions.length < rows) throw new Error(`${sessions.length} sessions are listed`);
    const cookies = await signInElsewhere(browser, rollcall.url);
    const address = `${rollcall.url}/tools-settings/terminal-sessions`;
    const seen: Visit[] = [];
    // The first visit warms the server up.
    for (let visit = 0; visit <= visits; visit += 1)
      seen.push(await visitOnce(browser, address, cookies));
    report(seen.slice(1));
  } finally {
    await browser.close();
    await rollcall.stop();
  }
}

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

/** In a context of its own, for the page of the sign-in loads scripts that others share. */
async function signInElsewhere(browser: Browser, url: string): Promise<Cookies> {
  const page = await browser.newPage();
  await signIn(page, url);
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}

interface Visit {
  readonly scriptBytes: number;
  readonly pageBytes: number;
  readonly lcpMs: number;
  readonly blockedMs: number;
}

async function visitOnce(browser: Browser, address: string, cookies: Cookies): Promise<Visit> {
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.addInitScript(observe);
    const scripts: Request[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(request);
    });
    const answer = await page.goto(address);
    if (!answer) throw new Error("no page");
    await page.getByRole("table").getByRole("row").nth(10).waitFor();
    await page.waitForLoadState("networkidle");
    const { lcpMs, blockedMs } = timesSchema.parse(await page.evaluate("seenByBench"));
    const sizes = await Promise.all(scripts.map(sizeOf));
    const scriptBytes = sizes.reduce((sum, size) => sum + size, 0);
    return { scriptBytes, pageBytes: await sizeOf(answer.request()), lcpMs, blockedMs };
  } finally {
    await context.close();
  }
}

/** As text: what tsx makes of a function does not run in a page. */
const observe = `
  const seen = (globalThis.seenByBench = { lcpMs: 0, blockedMs: 0 });
  const observe = (type, onEntry) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => { seen.lcpMs = startTime; });
  observe("longtask", ({ duration }) => { seen.blockedMs += Math.max(0, duration - 50); });
`;
const timesSchema = z.object({ lcpMs: z.number().positive(), blockedMs: z.number() });

/** Of the body as it was sent. */
async function sizeOf(request: Request): Promise<number> {
  const response = await request.response();
  const { responseBodySize } = await request.sizes();
  const encoding = await response?.headerValue("content-encoding");
  // Below this nobody compresses.
  if (!encoding && responseBodySize > 1500) throw new Error(`${request.url()} is not compressed`);
  return responseBodySize;
}

function report(seen: readonly Visit[]): void {
  const of = (name: keyof Visit) => median(seen.map((visit) => visit[name]));
  const scriptKb = of("scriptBytes") / 1000;
  process.stdout.write(
    `${title}: ${scriptKb.toFixed(1)} kB of JavaScript as sent${toVerdict(scriptKb, mostScriptKb)}, and ${(of("pageBytes") / 1000).toFixed(1)} kB of page\n`,
  );
  process.stdout.write(
    `${title}: largest contentful paint after ${of("lcpMs").toFixed(0)} ms, total blocking time ${of("blockedMs").toFixed(0)} ms\n`,
  );
}
