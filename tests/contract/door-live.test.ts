import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { liveMessageSchema, watchSchema } from "@/lib/sessions/live-message";
import { told, watched } from "@/tests/contract/door-table";
import { type Person, persons, strangerMark } from "@/tests/support/door-people";
import { type DoorUnderTest, isSignedIn, startDoor } from "@/tests/support/door-under-test";
import { closeCodeOf } from "@/tests/support/live-hub";
import { waitFor } from "@/tests/support/wait-for";

const kinds = watchSchema.shape.kind.unwrap().options;
let door: DoorUnderTest;

beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door.stop());

function knock(person: Person, headers: Readonly<Record<string, string>> = {}) {
  const { host, origin } = new URL(door.url);
  const cookie = door.cookies.get(person);
  const sent = { origin, host, ...(cookie && { cookie }), ...headers };
  return new WebSocket(`${door.url.replace("http", "ws")}/live`, { headers: sent });
}

/** The status where it is not let in. */
async function refusalOf(socket: WebSocket): Promise<number | undefined> {
  const refused = once(socket, "unexpected-response").then(([, { statusCode }]) => statusCode);
  const opened = once(socket, "open").then(() => undefined);
  socket.on("error", () => undefined);
  const status = await Promise.race([refused, opened]);
  socket.terminate();
  return status;
}

it("has a row for everything that can be watched and told", () => {
  expect(Object.keys(watched).sort()).toEqual([...kinds, "null"].sort());
  const types = liveMessageSchema.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(told).sort()).toEqual(types.sort());
});

it("lets in who is signed in and comes from our own pages, and nobody else", async () => {
  for (const person of persons) {
    expect(await refusalOf(knock(person)), person).toBe(isSignedIn(person) ? undefined : 401);
    for (const origin of ["https://evil.example", "null", ""]) {
      const headers = { origin, "x-forwarded-host": "evil.example" };
      expect(await refusalOf(knock(person, headers)), `${person} ${origin}`).toBe(403);
    }
    expect(await refusalOf(knock(person, { host: "evil.example" })), person).toBe(421);
  }
});

it("tells each person what the table lets them watch, closes over the rest, and names no strangers", async () => {
  for (const person of persons.filter(isSignedIn)) {
    for (const kind of [...kinds, null]) await expectAsTabled(person, kind);
  }
});

async function expectAsTabled(person: Person, kind: (typeof kinds)[number] | null) {
  const socket = knock(person);
  const heard: string[] = [];
  socket.on("message", (text) => heard.push(text.toString()));
  await once(socket, "open");
  const closed = closeCodeOf(socket);
  socket.send(JSON.stringify({ type: "watch", kind }));
  const isOpen = watched[String(kind)]?.opensTo.includes(person) ?? false;
  const wanted = kind === null ? '"type":"tools"' : `"type":"roll","kind":"${kind}"`;
  if (isOpen) await waitFor(() => heard.some((text) => text.includes(wanted)));
  else expect(await closed, `${person} ${kind}`).toBe(1008);
  socket.terminate();
  const all = heard.join("");
  if (!isOpen) expect(all).not.toContain('"type":"roll"');
  const seesAll = person === "administrator" || person === "viewer";
  if (!seesAll) expect(all, `${person} ${kind}`).not.toContain(strangerMark);
}

it("closes over anything else that is said, without a word in the log", async () => {
  const before = door.output().length;
  for (const [said, code] of [
    ["{", 1007],
    ["[".repeat(10_000), 1007],
    ['{"type":"watch"}', 1008],
    ['{"type":"watch","kind":"users"}', 1008],
    ['{"type":"watch","kind":"panel","__proto__":{"x":1},"more":1}', 1008],
    ['{"type":"roll"}', 1008],
    ["x".repeat(20_000), 1009],
    [Buffer.from([0, 255]), 1007],
  ] as const) {
    const socket = knock("administrator");
    await once(socket, "open");
    const closed = closeCodeOf(socket);
    socket.send(said);
    expect(await closed, String(said).slice(0, 40)).toBe(code);
  }
  expect(door.output().slice(before)).toBe("");
});
