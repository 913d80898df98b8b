import "server-only";
import type { EndedOwnSession } from "@/lib/sessions/own-session";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth } from "./auth";
import { findBrowserSecret } from "./browser-cookie";

/** Why the session of this browser has ended; undefined where it goes on, was never there, or its person signed out. */
export async function findEnding(): Promise<
  Pick<EndedOwnSession, "endedWhy" | "endedBy"> | undefined
> {
  const secret = await findBrowserSecret();
  return secret ? auth().findEnding(secret, steadyNow()) : undefined;
}
