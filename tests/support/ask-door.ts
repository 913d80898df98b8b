import { once } from "node:events";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** A request that says what a test wants, true or not. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 12 });

/** Follows no redirect, and adds nothing but the length. */
export async function askDoor(url: string, knock: Knock): Promise<Answer> {
  const { method, path, headers, body } = knock;
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const sent = { ...length, ...headers };
  const asked = request({ agent, hostname, port, method, path, headers: sent });
  // Heard below; what comes after the answer is nobody's business.
  asked.on("error", () => undefined);
  asked.end(body);
  try {
    const [answer] = await once(asked, "response");
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  } catch (error) {
    // The other end had hung up on a line that nobody used for a while.
    if (!asked.reusedSocket) throw error;
    return askDoor(url, knock);
  }
}

/** All of them, a few at a time; the answers in order. */
export async function askAll<Item, Found>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) found[index] = await ask(item);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return found;
}

/** Fields as a browser's form sends them. */
export function toMultipart(fields: readonly (readonly [string, string])[]) {
  const boundary = "----rollcall";
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}
