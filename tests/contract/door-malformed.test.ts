import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actions } from "@/tests/contract/door-table";
import { type Answer, askAll, type Knock, toMultipart } from "@/tests/support/ask-door";
import type { Person } from "@/tests/support/door-people";
import { listActions } from "@/tests/support/door-targets";
import { type DoorUnderTest, startDoor } from "@/tests/support/door-under-test";

let door: DoorUnderTest;

beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door.stop());

const text = { "content-type": "text/plain;charset=UTF-8" };
const form = { "content-type": "multipart/form-data; boundary=x" };
const deep = (count: number) => "[".repeat(count) + "]".repeat(count);

/** What no action can read, with what it is sent as. */
const unreadable: readonly Pick<Knock, "headers" | "body">[] = [
  { headers: text, body: "" },
  { headers: text, body: "{{" },
  { headers: text, body: "5" },
  { headers: text, body: "null" },
  { headers: text, body: '["$F1"]' },
  { headers: text, body: '["$K1","$Q2","$W3","$@4","$i5"]' },
  {
    headers: text,
    body: '[{"__proto__":{"x":1},"then":"$1:then","constructor":"$1:constructor"}]',
  },
  { headers: text, body: `["$n${"9".repeat(100_000)}"]` },
  { headers: text, body: `[${'"x",'.repeat(2000)}1]` },
  { headers: text, body: "[".repeat(500_000) },
  { headers: text, body: deep(200_000) },
  { headers: text, body: `["${"x".repeat(1_000_000)}"]` },
  { headers: text, body: randomBytes(100_000) },
  { headers: { "content-type": "application/json" }, body: '{"refs":1}' },
  { headers: {}, body: "[1]" },
  { headers: form, body: "--x\r\nno form" },
  { headers: form, body: "" },
  { headers: { "content-type": "multipart/form-data" }, body: "--x\r\n\r\n--x--" },
  toMultipart([["1", "x"]]),
  toMultipart([["0", '["$K1","$K1"]']]),
  toMultipart([["0", "["]]),
  toMultipart([
    ["0", '["$1:x:y:z"]'],
    ["1", deep(50_000)],
  ]),
  toMultipart(Array.from({ length: 5000 }, (_, index) => [`${index}`, "x"] as const)),
];

it("answers what no action can read with 4xx, at once, and hardly a line in the log", async () => {
  const people: readonly Person[] = ["anonymous", "administrator"];
  const calls = listActions().filter(({ name }) => actions[name]?.given !== undefined);
  const some = calls.filter((_, index) => index % 4 === 0);
  const knocks = some.flatMap(({ id, name, paths: [path = "/"] }) =>
    unreadable.map(({ headers, body = "" }, index) => ({
      name: `${name} given ${index}`,
      knock: { method: "POST", path, headers: { ...headers, "next-action": id }, body },
    })),
  );
  const asked = knocks.flatMap((one) => people.map((person) => ({ ...one, person })));
  expect(await findUnanswered(asked, isNoBug)).toEqual([]);
}, 60_000);

it("answers forms that hold no action with 4xx", async () => {
  const { id = "" } = listActions().find(({ name }) => name === "tools-settings chooseTheme") ?? {};
  const forms: readonly Pick<Knock, "headers" | "body">[] = [
    { headers: form, body: "--x\r\nno form" },
    { headers: { "content-type": "multipart/form-data" }, body: "x" },
    toMultipart([]),
    toMultipart([["login", "x"]]),
    toMultipart([["$ACTION_ID_", ""]]),
    toMultipart([["$ACTION_ID_toString", ""]]),
    toMultipart([[`$ACTION_ID_${"0".repeat(42)}`, ""]]),
    toMultipart([["$ACTION_REF_1", ""]]),
    toMultipart([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", "{"],
    ]),
    toMultipart([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", `{"id":"${id}","bound":"$@9"}`],
    ]),
    toMultipart([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", `{"id":"${id}","bound":5}`],
    ]),
  ];
  const asked = ["/sign-in", "/tools-settings"].flatMap((path) =>
    forms.map((given, index) => ({
      name: `${path} form ${index}`,
      person: "anonymous" as const,
      knock: { method: "POST", path, ...given },
    })),
  );
  expect(await findUnanswered(asked, isTurnedAway)).toEqual([]);
});

it("answers what the API cannot read with one sentence", async () => {
  const path = "/api/v1/sessions/ftp/act";
  const bodies = ["{", "", "null", deep(300_000), "[".repeat(1_000_000), randomBytes(1000)];
  const asked = bodies.map((body, index) => ({
    name: `API given ${index}`,
    person: "administrator" as const,
    knock: { method: "POST", path, headers: { "content-type": "application/json" }, body },
  }));
  expect(await findUnanswered(asked, ({ status }) => status === 400)).toEqual([]);
});

it("reads nothing of a body that is too large, and waits for none that does not come", async () => {
  const headers = { "content-length": "2000000" };
  for (const path of ["/sign-in", "/tools-settings/servers", "/api/v1/sessions/ftp/act", "/x"]) {
    const { status } = await door.ask({ method: "POST", path, headers }, "administrator");
    expect(status, path).toBe(413);
  }
  const odd = [
    [{ "content-length": "-1" }, 400],
    [{ "content-length": "1e3" }, 400],
    [{ "transfer-encoding": "chunked" }, 411],
  ] as const;
  for (const [headers, wanted] of odd) {
    const { status } = await door.ask({ method: "POST", path: "/sign-in", headers }, "anonymous");
    expect(status).toBe(wanted);
  }
});

interface Asked {
  readonly name: string;
  readonly person: Person;
  readonly knock: Knock;
}

/** Who is not signed in may be sent to the sign-in; and an action that takes nothing reads nothing. */
function isNoBug({ status }: Answer): boolean {
  return status < 500;
}

/** What holds an action after all is asked who calls it. */
function isTurnedAway({ status, headers }: Answer): boolean {
  return (status >= 400 && status < 500) || headers.location === "/sign-in";
}

/** Those that are not answered so within 5 s, and the log where it grew by them. */
async function findUnanswered(
  asked: readonly Asked[],
  isRight: (answer: Answer) => boolean,
): Promise<readonly string[]> {
  const before = door.output().length;
  const found = await askAll(asked, async ({ name, person, knock }) => {
    const begunAtMs = performance.now();
    const answer = await door.ask(knock, person);
    const tookMs = performance.now() - begunAtMs;
    const isGood = isRight(answer) && tookMs < 5000;
    return isGood ? [] : [`${name}: ${person} gets ${answer.status} after ${tookMs} ms`];
  });
  const said = door.output().slice(before);
  return [...found.flat(), ...(said.length < 1000 ? [] : [`the log holds ${said}`])];
}
