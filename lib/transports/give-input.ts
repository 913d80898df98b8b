import type { Writable } from "node:stream";

/** Gives a command all it may read, and the end of it, so that none waits for more. */
export function giveInput(stdin: Writable, input: Uint8Array | undefined): void {
  // A command that ends without reading breaks the pipe; what it answered is told elsewhere.
  stdin.on("error", () => undefined);
  stdin.end(input);
}
