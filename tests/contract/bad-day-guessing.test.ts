import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type Answer, askAll, askDoor } from "@/tests/support/ask-door";
import { callAction } from "@/tests/support/door-requests";
import { listActions } from "@/tests/support/door-targets";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";

const addresses = 100;
const triesEach = 20;
/** A few seconds; more where the machine is busy with other tests. */
let patienceMs = 60_000;

let rollcall: RunningRollcall;
beforeAll(async () => {
  rollcall = await startRollcall({ env: { ROLLCALL_TRUSTED_PROXIES: "127.0.0.1" } });
});
afterAll(() => rollcall.stop());

/** As through a proxy that tells who connected to it; what stands before that is what a stranger claims. */
function enter(address: string, password: string, cookie?: string): Promise<Answer> {
  const action = listActions().find(({ name }) => name === "sign-in enter");
  if (!action) throw new Error("there is no way in");
  const { headers, ...knock } = callAction(action, { login: administrator.login, password });
  const { host, origin } = new URL(rollcall.url);
  const said = { "x-forwarded-for": `203.0.113.7, ${address}`, "x-real-ip": "203.0.113.7" };
  const own = { host, origin, ...(cookie && { cookie }) };
  return askDoor(rollcall.url, { ...knock, headers: { ...headers, ...own, ...said } });
}

async function enterInTime(address: string, cookie?: string): Promise<string> {
  const begunAtMs = performance.now();
  const { headers } = await enter(address, administrator.password, cookie);
  expect(headers["x-action-redirect"]).toMatch(/^\/tools-settings/);
  const tookMs = performance.now() - begunAtMs;
  expect(tookMs).toBeLessThan(patienceMs);
  patienceMs = Math.min(patienceMs, Math.max(4000, 30 * tookMs));
  return (headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
}

it("lets the right user in, from a known place and a new one, while 100 addresses send 2,000 wrong passwords", async () => {
  const known = await enterInTime("203.0.113.7");
  const guesses = Array.from({ length: addresses * triesEach }, (_, turn) => turn);
  let left = guesses.length;
  const flood = askAll(guesses, async (turn) => {
    const answer = await enter(`198.18.0.${turn % addresses}`, `guess ${turn}`);
    left -= 1;
    return answer;
  });
  let turns = 0;
  while (left > 0) {
    turns += 1;
    await enterInTime(`192.0.2.${turns}`);
    await enterInTime("203.0.113.7");
    // Also where a stranger has used up what his network may try.
    await enterInTime("198.18.0.1", known);
  }
  const answers = await flood;
  expect(turns).toBeGreaterThan(1);
  expect(answers.filter(({ headers }) => headers["x-action-redirect"])).toEqual([]);
  expect(answers.filter(({ body }) => body.includes("Too many attempts")).length).toBeGreaterThan(
    guesses.length - 2 * addresses - 1,
  );
}, 90_000);

const sessionsSchema = z.object({
  sessions: z.array(z.object({ remoteAddress: z.string(), peerAddress: z.string() })),
});

it("believes the trusted proxy alone about who asks, and tells of the proxy beside it", async () => {
  const cookie = await enterInTime("2001:DB8:0:0::7");
  const { host } = new URL(rollcall.url);
  const path = "/api/v1/sessions/panel?fresh=1";
  const answer = await askDoor(rollcall.url, { method: "GET", path, headers: { host, cookie } });
  expect(sessionsSchema.parse(JSON.parse(answer.body)).sessions).toContainEqual({
    remoteAddress: "2001:db8::7",
    peerAddress: "127.0.0.1",
  });
});
