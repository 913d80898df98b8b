import { formats } from "@/components/words/en/formats";
import type { FtpSession } from "@/lib/sessions/session";
import { openAg } from "./grid-ag";
import { openOurs } from "./grid-ours";
import { changedInSight, toGridSession } from "./grid-rows";
import type { Grid } from "./grid-side";
import { painted, rest } from "./painted";

/** Called by tests/bench/live-grid.ts, which knows what comes back. */
Object.assign(window, { bench: { first, update, scroll } });

const stage = document.querySelector<HTMLElement>("#stage");
const last = changedInSight - 1;
let grid: Grid | undefined;
let rounds = 0;

/** Of rows that the page was given. Around the screen stand its header and tools; the others are given its box. */
async function first(side: "ours" | "ag" | "static", count: number, boxPx: number) {
  if (!stage) throw new Error("there is no stage");
  if (side !== "ours") stage.style.height = `${boxPx}px`;
  if (side === "static") return showStatic(stage, count);
  grid = side === "ours" ? await openOurs(stage, count) : openAg(stage, count);
  const { show } = grid;
  await settle();
  const beganAtMs = performance.now();
  show();
  const knownAtMs = performance.now();
  const paintedAtMs = await painted(() =>
    [0, last].every((place) => shows(grid?.findRow(place), toGridSession(place, count))),
  );
  return {
    knownMs: knownAtMs - beganAtMs,
    firstMs: paintedAtMs - (side === "ours" ? knownAtMs : beganAtMs),
    rowsDrawn: grid.rowsDrawn(),
    heightPx: heightOf(grid.scrolled()),
  };
}

async function showStatic(box: HTMLElement, count: number) {
  const text = await (await fetch("/static-table.html")).text();
  box.innerHTML = `<section class="sessions-box overflow-auto" style="height:100%"></section>`;
  const scrolled = box.firstElementChild;
  if (!scrolled) throw new Error("there is no box");
  await settle();
  const beganAtMs = performance.now();
  scrolled.innerHTML = text;
  const rows = scrolled.getElementsByTagName("tr");
  const paintedAtMs = await painted(() =>
    [0, count - 1].every((place) => shows(rows[place + 1], toGridSession(place, count))),
  );
  const firstMs = paintedAtMs - beganAtMs;
  return { knownMs: 0, firstMs, rowsDrawn: rows.length - 1, heightPx: heightOf(scrolled) };
}

/** From the moment a change is there until it is painted. */
async function update(times: number): Promise<readonly number[]> {
  const shown = grid;
  if (!shown) throw new Error("nothing is shown");
  const tookMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    rounds += 1;
    const { apply, now } = shown.prepare(rounds);
    await rest();
    const beganAtMs = performance.now();
    apply();
    const paintedAtMs = await painted(() =>
      [0, last].every((place) => shows(shown.findRow(place), now(place))),
    );
    tookMs.push(paintedAtMs - beganAtMs);
  }
  return tookMs;
}

/** The time from frame to frame, and in how many of them the row at the top was not drawn. */
async function scroll(steps: number, stepPx: number) {
  const scrolled = grid?.scrolled();
  if (!grid || !scrolled) throw new Error("nothing is shown");
  const tookMs: number[] = [];
  let blanks = 0;
  await settle();
  let atMs = await nextFrame();
  for (let step = 0; step < steps; step += 1) {
    scrolled.scrollTop += stepPx;
    const nextAtMs = await nextFrame();
    tookMs.push(nextAtMs - atMs);
    atMs = nextAtMs;
    if (!grid.findRow(Math.ceil(scrolled.scrollTop / rowPx))) blanks += 1;
  }
  return { tookMs, blanks, scrolledPx: scrolled.scrollTop };
}

const rowPx = 36;

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** What came before is not of what is measured next. */
async function settle(): Promise<void> {
  await rest();
  globalThis.gc?.();
  await rest();
}

function heightOf(element: Element | null): number {
  return Math.round(element?.getBoundingClientRect().height ?? 0);
}

/** The cells that change, and who it is. */
function shows(row: Element | null | undefined, session: FtpSession): boolean {
  const text = row?.textContent ?? "";
  const { user, bytesPerSecond, progressPercent, idleSeconds } = session;
  const words = [
    user,
    bytesPerSecond && formats.formatBytes(bytesPerSecond),
    progressPercent && `${progressPercent} %`,
    idleSeconds && formats.formatElapsed(idleSeconds),
  ];
  return words.every((word) => !word || text.includes(word));
}
