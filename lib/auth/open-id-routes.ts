import "server-only";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import type { OpenIdProblem } from "@/lib/sessions/open-id-problem";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth } from "./auth";
import { keepInBrowser } from "./browser-cookie";
import { readVisitor } from "./client-address";
import { openIdLastsMs } from "./open-id-state";

/** What stands on its button. Null where people sign in here alone. */
export function findOpenIdTitle(): string | null {
  return auth().openId?.title ?? null;
}

/** Sends the browser to the service; or back to the sign-in page, which says why not. */
export async function beginOpenId(how: { readonly isAnew: boolean }): Promise<Response> {
  const { openId, cookie } = auth();
  if (!openId) notFound();
  const begun = await openId.begin(how, readVisitor(await headers()));
  if (begun.status === "refused") return toSignIn(begun.problem);
  (await cookies()).set(cookie.openIdName, begun.sealed, {
    httpOnly: true,
    // The service sends the browser back from another site.
    sameSite: "lax",
    secure: cookie.isSecure,
    path: "/",
    maxAge: openIdLastsMs / 1000,
  });
  return sendTo(begun.address.href);
}

/** Where the service sends the browser back to. */
export async function finishOpenId(query: URLSearchParams): Promise<Response> {
  const { openId, cookie } = auth();
  if (!openId) notFound();
  const jar = await cookies();
  const sealed = jar.get(cookie.openIdName)?.value;
  jar.delete({ name: cookie.openIdName, path: "/", secure: cookie.isSecure });
  const visitor = readVisitor(await headers());
  const finished = await openId.finish({ query, sealed }, visitor, steadyNow());
  if (finished.status === "refused") return toSignIn(finished.problem);
  await keepInBrowser(finished);
  return sendTo("/tools-settings");
}

function toSignIn(problem: OpenIdProblem): Response {
  return sendTo(`/sign-in?openid=${problem}`);
}

/** Neither is for anybody else, nor for a second time. */
function sendTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
