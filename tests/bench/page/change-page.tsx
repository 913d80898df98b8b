import { createRoot } from "react-dom/client";
import { createLine } from "@/components/live/live-line";
import { openSocket } from "@/components/live/open-socket";
import { rollOf } from "@/tests/support/shown-rows";
import { BenchScreen } from "./bench-screen";
import { painted } from "./painted";

/** Called by tests/bench/live-paint.ts, which knows what comes back. */
Object.assign(window, { bench: { open, whenShown, whenSaid } });

const stage = document.querySelector<HTMLElement>("#stage");
const said = document.createElement("p");

/** The real screen over the real line, and beside it a socket that tells bare text. */
async function open(bareUrl: string): Promise<void> {
  if (!stage) throw new Error("there is no stage");
  const line = createLine({
    connect: openSocket,
    onState: () => undefined,
    onTools: () => undefined,
    onSightChanged: () => undefined,
    onSignedOut: () => undefined,
    random: Math.random,
  });
  const live = { line: "live", watch: line.watch } as const;
  createRoot(stage).render(<BenchScreen first={rollOf(0, [], { left: 1 })} live={live} />);
  line.open();
  document.body.prepend(said);
  await openBare(bareUrl, (text) => {
    said.textContent = text;
  });
}

/** When a row with this text was painted. */
function whenShown(text: string): Promise<number> {
  return whenChanged(stage, () => stage?.querySelector("tbody")?.textContent.includes(text));
}

/** When the bare text was painted. */
function whenSaid(text: string): Promise<number> {
  return whenChanged(said, () => said.textContent === text);
}

/** The frame is asked for when it is there and not before, on both sides alike. */
async function whenChanged(
  element: Element | null,
  isThere: () => boolean | undefined,
): Promise<number> {
  if (!element) throw new Error("there is no stage");
  const there = Promise.withResolvers<void>();
  const look = () => isThere() && there.resolve();
  const observer = new MutationObserver(look);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  look();
  await there.promise;
  observer.disconnect();
  return performance.timeOrigin + (await painted(() => isThere() === true));
}

async function openBare(url: string, onText: (text: string) => void): Promise<void> {
  const socket = new WebSocket(url);
  const opened = Promise.withResolvers<Event>();
  socket.onmessage = ({ data }) => onText(String(data));
  socket.onopen = opened.resolve;
  socket.onerror = opened.reject;
  await opened.promise;
}
