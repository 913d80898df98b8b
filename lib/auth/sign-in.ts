import "server-only";
import { headers } from "next/headers";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type Credentials, type Entered, type SignInRefusal } from "./auth";
import { endBrowserSession, keepInBrowser } from "./browser-cookie";
import { readVisitor } from "./client-address";

/** For a server action: a page cannot set the cookie. */
export async function signIn(
  credentials: Credentials,
): Promise<{ readonly status: Entered["status"] } | SignInRefusal> {
  const outcome = await auth().signIn(credentials, readVisitor(await headers()), steadyNow());
  if (outcome.status !== "signedIn" && outcome.status !== "pending") return outcome;
  await keepInBrowser(outcome);
  return { status: outcome.status };
}

export async function signOut(): Promise<void> {
  await endBrowserSession();
}
