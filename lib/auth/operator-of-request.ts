import type { Operator } from "@/lib/sessions/operator";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type SignedInOperator } from "./auth";
import { findAddress } from "./client-address";
import { findCookie } from "./sign-in-cookie";

/**
 * Who asks the API: a script with a token, or a person by the sign-in cookie. A token that does not
 * hold is not made good by a cookie. Never counts as activity.
 */
export async function operatorOfRequest(
  request: Request,
): Promise<Operator | SignedInOperator | "anonymous"> {
  const now = steadyNow();
  const address = findAddress(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return (token && (await auth().recogniseApiToken(token, now, address))) || "anonymous";
  }
  const secret = findCookie(request.headers, auth().cookie.name);
  const operator =
    secret && (await auth().recognise(secret, now, { countsAsActivity: false, address }));
  return operator || "anonymous";
}
