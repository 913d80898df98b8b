const longestMs = 60_000;

/** Resolves when a frame was painted in which it was there: the page's clock then. */
export async function painted(isThere: () => boolean): Promise<number> {
  const untilMs = performance.now() + longestMs;
  for (;;) {
    const wasThere = await nextFrame(isThere);
    const atMs = performance.now();
    if (wasThere) return atMs;
    if (atMs > untilMs) throw new Error(`not painted within ${longestMs} ms: ${isThere}`);
  }
}

/** What is said in the callback of a frame is heard when that frame was painted. */
function nextFrame(isThere: () => boolean): Promise<boolean> {
  const frame = Promise.withResolvers<boolean>();
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }) => {
    port2.close();
    frame.resolve(data === true);
  };
  requestAnimationFrame(() => port1.postMessage(isThere()));
  return frame.promise;
}

/** The page has nothing left to do for what was before. */
export async function rest(): Promise<void> {
  for (let frames = 0; frames < 2; frames += 1) await nextFrame(() => true);
  await new Promise((resolve) => requestIdleCallback(resolve));
}
