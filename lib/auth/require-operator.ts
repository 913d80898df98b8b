import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { auth, type SignedInOperator } from "./auth";
import { findBrowserSecret } from "./browser-cookie";

export type { SignedInOperator } from "./auth";

/** Who is signed in, for a page or layout; anyone else goes to the sign-in page. Counts as activity. */
export const requireOperator = cache(() => requireSignedIn({ countsAsActivity: true }));

export async function requireSignedIn(options: {
  readonly countsAsActivity: boolean;
}): Promise<SignedInOperator> {
  const secret = await findBrowserSecret();
  const operator = secret && (await auth().recognise(secret, new Date(), options));
  return operator || redirect("/sign-in");
}
