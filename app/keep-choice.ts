import { cookies } from "next/headers";

const oneYearSeconds = 365 * 86_400;

/** What somebody chose for this browser, for the server to render the first paint with. */
export async function keepChoice(cookie: string, choice: string): Promise<void> {
  const jar = await cookies();
  jar.set(cookie, choice, { maxAge: oneYearSeconds, sameSite: "lax", httpOnly: true });
}
