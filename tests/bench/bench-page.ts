import { readdirSync, readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page, type Route } from "@playwright/test";
import { build } from "esbuild";
import config from "@/playwright.config";

const root = resolve(import.meta.dirname, "..", "..");
const staticFolder = join(root, ".next", "static");

/** The frame clock would hide what takes less than a frame. */
export const unlimitedFrames = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** The browser of the tests. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { args = [], ...options } = config.use?.launchOptions ?? {};
  return chromium.launch({ ...options, args: [...args, ...more] });
}

/** A program for a page of its own, built as for production. */
export async function bundlePage(program: URL): Promise<string> {
  // The style sheets are those of the product, built of what the sources are now.
  await import("@/scripts/build");
  const standIn = (file: string) => fileURLToPath(new URL(`./page/${file}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(program)],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2024",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: {
      "next/navigation": standIn("next-navigation.ts"),
      "next/link": standIn("next-link.tsx"),
    },
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

export interface BenchPage {
  /** Of the page; nothing but it has to listen there. */
  readonly origin: string;
  readonly script: string;
  /** What else the page may fetch, by path. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** A fresh page in a context of its own, with the product's style sheets. */
export async function openBenchPage(browser: Browser, served: BenchPage): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(["local-network-access"], { origin: served.origin });
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`in the page: ${error.stack}\n`));
  await page.route(`${served.origin}/**`, (route) => serve(route, served));
  await page.goto(`${served.origin}/bench`);
  await page.evaluate(loadFonts);
  return page;
}

/** Those of the product, so that no frame waits for one. */
const loadFonts = `Promise.all(
  ["Inter Variable", "JetBrains Mono Variable"].map((name) => document.fonts.load("1em '" + name + "'")),
).then((faces) => faces.flat().length)`;

async function serve(route: Route, { script, texts = {} }: BenchPage): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const text = texts[pathname];
  if (pathname === "/bench") return fulfil(route, "text/html", writePage());
  if (pathname === "/bench.js") return fulfil(route, "text/javascript", script);
  if (text !== undefined) return fulfil(route, "text/plain", text);
  const file = pathname.replace("/_next/static/", "");
  if (file === pathname) return route.abort();
  return fulfil(route, typeOf(file), readFileSync(join(staticFolder, file)));
}

function fulfil(route: Route, contentType: string, body: string | Buffer): Promise<void> {
  return route.fulfill({ contentType, body });
}

function writePage(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>bench</title>
    ${styleSheets()
      .map((file) => `<link rel="stylesheet" href="/_next/static/chunks/${file}">`)
      .join("\n    ")}
  </head>
  <body>
    <div class="h-dvh"><div id="stage" class="h-full"></div></div>
    <script type="module" src="/bench.js"></script>
  </body>
</html>
`;
}

function styleSheets(): readonly string[] {
  return readdirSync(join(staticFolder, "chunks")).filter((file) => file.endsWith(".css"));
}

function typeOf(file: string): string {
  return extname(file) === ".css" ? "text/css" : "font/woff2";
}
