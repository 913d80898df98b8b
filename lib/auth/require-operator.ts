import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type SignedInOperator } from "./auth";
import { findBrowserSecret } from "./browser-cookie";
import { findAddress } from "./client-address";
import { noteStoreErrors } from "./request-fault";

export type { SignedInOperator } from "./auth";

/** Who is signed in, for a page or layout; anyone else goes to the sign-in page. Counts as activity. */
export const requireOperator = cache(() => requireSignedIn({ countsAsActivity: true }));

export async function requireSignedIn(options: {
  readonly countsAsActivity: boolean;
}): Promise<SignedInOperator> {
  const secret = await findBrowserSecret();
  const address = findAddress(await headers());
  const recognise = (shown: string) =>
    auth().recognise(shown, steadyNow(), { ...options, address });
  const operator = secret && (await noteStoreErrors(() => recognise(secret)));
  return operator || redirect("/sign-in");
}
