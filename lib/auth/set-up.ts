import "server-only";
import { headers } from "next/headers";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type Credentials, type Entered, type SetUpRefusal } from "./auth";
import { keepInBrowser } from "./browser-cookie";
import { readVisitor } from "./client-address";

export async function isSetupLink(token: string): Promise<boolean> {
  return auth().isSetupLink(token);
}

/** For a server action: a page cannot set the cookie. */
export async function setUp({
  token: linkSecret,
  ...credentials
}: Credentials & { readonly token: string }): Promise<
  { readonly status: Entered["status"] } | SetUpRefusal
> {
  const visitor = readVisitor(await headers());
  const outcome = await auth().setUp({ ...credentials, linkSecret }, visitor, steadyNow());
  if (outcome.status !== "signedIn" && outcome.status !== "pending") return outcome;
  await keepInBrowser(outcome);
  return { status: outcome.status };
}
