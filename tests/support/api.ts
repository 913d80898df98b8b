import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { SessionKind } from "@/lib/sessions/session";
import type { RunningRollcall } from "@/tests/support/start-rollcall";

const rollSchema = z.object({
  sources: z.array(
    z.object({
      server: z.string(),
      state: z.string(),
      count: z.number().nullable(),
      failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
  sessions: z.array(
    z.object({ ref: z.string(), user: z.string().nullable(), idleSeconds: z.number().nullable() }),
  ),
});
type ApiRoll = z.infer<typeof rollSchema>;

interface Api {
  readonly token: string;
  /** Asks every source now. */
  roll(kind: SessionKind): Promise<ApiRoll>;
  get(path: string): Promise<{ status: number; body: unknown }>;
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
}

/** The JSON API of a running Rollcall, with a new token. */
export async function openApi(
  rollcall: RunningRollcall,
  role: "viewer" | "operator",
): Promise<Api> {
  const name = `test-${randomUUID()}`;
  const { stdout } = await rollcall.command(["token", "add", name, "--role", role]);
  const token = stdout.trim();
  const ask = async (path: string, init: RequestInit) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(new URL(path, rollcall.url), { ...init, headers });
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  };
  return {
    token,
    roll: async (kind) => {
      const { body } = await ask(`/api/v1/sessions/${kind}?fresh=1`, { method: "GET" });
      return parseRoll(body);
    },
    get: (path) => ask(path, { method: "GET" }),
    post: (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

export function parseRoll(body: unknown): ApiRoll {
  return rollSchema.parse(body);
}
