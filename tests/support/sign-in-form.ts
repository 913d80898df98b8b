import { type Answer, askDoor } from "./ask-door";
import { callAction } from "./door-requests";
import { listActions } from "./door-targets";
import { administrator } from "./start-rollcall";

interface SignedIn extends Answer {
  /** Null where nobody was signed in. */
  readonly cookie: string | null;
}

/** What the page of the sign-in sends, and what comes of it. */
export async function sendSignIn(
  url: string,
  credentials: { readonly login: string; readonly password: string } = administrator,
): Promise<SignedIn> {
  const answer = await callByName(url, "sign-in enter", credentials);
  const kept = answer.headers["set-cookie"]?.map((line) => line.split(";", 1)[0] ?? "");
  const cookie = kept?.find((pair) => /^rollcall=./.test(pair)) ?? null;
  return { ...answer, cookie };
}

/** Calls an action as its page does. */
export function callByName(
  url: string,
  name: string,
  given: unknown,
  cookie: string | null = null,
): Promise<Answer> {
  const action = listActions().find((one) => one.name === name);
  if (!action) throw new Error(`the build has no action ${name}`);
  const { origin } = new URL(url);
  const call = callAction(action, given);
  return askDoor(url, { ...call, headers: { ...call.headers, origin, ...(cookie && { cookie }) } });
}

export function openPage(url: string, path: string, cookie: string): Promise<Answer> {
  return askDoor(url, { method: "GET", path, headers: { cookie } });
}
