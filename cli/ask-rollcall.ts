import { z } from "zod";
import { CommandRefused } from "./command-refused";

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

export interface RunningRollcall {
  readonly url: URL;
  readonly token: string | null;
}

interface Question<Answer> {
  readonly path: string;
  readonly schema: z.ZodType<Answer>;
  /** Makes it a POST. */
  readonly body?: unknown;
}

/** Asks a running Rollcall. Throws CommandRefused with one sentence when it says no or does not answer. */
export async function askRollcall<Answer>(
  { path, schema, body }: Question<Answer>,
  { url, token }: RunningRollcall,
): Promise<Answer> {
  if (!token) {
    throw new CommandRefused("Set ROLLCALL_TOKEN: make one with rollcall token add <name>.");
  }
  const { status, text } = await reach(new URL(path, url), {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = parseJson(text);
  const said = errorSchema.safeParse(json).data?.error.message;
  if (said) throw new CommandRefused(said);
  const answer = schema.safeParse(json);
  if (status === 200 && answer.success) return answer.data;
  throw new CommandRefused(
    `${url.origin} answers with status ${status}, but not as Rollcall does: set ROLLCALL_URL to the address of Rollcall.`,
  );
}

async function reach(url: URL, request: RequestInit) {
  try {
    const answer = await fetch(url, request);
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandRefused(
      `${url.origin} does not answer: start Rollcall, or set ROLLCALL_URL to its address.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
