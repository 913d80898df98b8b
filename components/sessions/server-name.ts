import type { Words } from "@/components/words/words";
import { anotherServer } from "@/lib/sessions/another-server";

/** In a sentence; a server that is not named has a form of its own after "von" and "auf". */
export function serverName({ sourceWords }: Words, server: string): string {
  return server === anotherServer ? sourceWords.fromAnotherServer : server;
}

/** On its own. */
export function serverTitle({ sourceWords }: Words, server: string): string {
  return server === anotherServer ? sourceWords.anotherServer : server;
}
