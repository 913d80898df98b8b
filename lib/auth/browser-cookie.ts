import "server-only";
import { cookies, headers } from "next/headers";
import { steadyNow } from "@/lib/sessions/steady-now";
import { rememberedDays } from "@/lib/store/known-places";
import { auth, type SignedIn } from "./auth";
import { findCookie } from "./sign-in-cookie";

/**
 * The secret that the browser shows, if any: nothing is known yet about whether it holds. Of two, Next
 * would take the other than all who stand before it.
 */
export async function findBrowserSecret(): Promise<string | undefined> {
  return findCookie(await headers(), auth().cookie.name);
}

/** Takes the place of an earlier sign-in of this browser, which ends. */
export async function keepInBrowser({
  secret,
  lastsMs,
  browserSecret,
}: Omit<SignedIn, "status">): Promise<void> {
  const { name, browserName, isSecure } = auth().cookie;
  await endBrowserSession();
  const attributes = { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" } as const;
  const jar = await cookies();
  jar.set(name, secret, { ...attributes, maxAge: lastsMs / 1000 });
  jar.set(browserName, browserSecret, { ...attributes, maxAge: rememberedDays * 86_400 });
}

export async function endBrowserSession(): Promise<void> {
  const earlier = await findBrowserSecret();
  if (!earlier) return;
  await auth().signOut(earlier, steadyNow());
  // Without the same attributes a browser keeps a __Host- cookie.
  const { name, isSecure } = auth().cookie;
  (await cookies()).delete({ name, path: "/", secure: isSecure });
}
