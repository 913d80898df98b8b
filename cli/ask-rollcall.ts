import { z } from "zod";
import { CommandRefused } from "./command-refused";

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

export interface RunningRollcall {
  readonly url: URL;
  readonly token: string | null;
}

/** Asks a running Rollcall. Throws CommandRefused with one sentence when it says no or does not answer. */
export async function askRollcall(
  path: string,
  { url, token }: RunningRollcall,
  body?: unknown,
): Promise<unknown> {
  if (!token) {
    throw new CommandRefused("Set ROLLCALL_TOKEN: make one with rollcall token add <name>.");
  }
  const answer = await reach(new URL(path, url), {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json().catch(() => null);
  if (answer.ok && json !== null) return json;
  const said = errorSchema.safeParse(json).data?.error.message;
  throw new CommandRefused(said ?? `${url.origin} answered with status ${answer.status}.`);
}

async function reach(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandRefused(
      `${url.origin} does not answer: start Rollcall, or set ROLLCALL_URL to its address.`,
    );
  }
}
