import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth, SignedInOperator } from "./auth";
import { openAuth } from "./open-auth";
import { createOwnSessions, type RollcallOwnSessions } from "./own-sessions";

let scratch: ScratchStore;
let auth: Auth;
let own: RollcallOwnSessions;

beforeAll(async () => {
  scratch = await openScratchStore();
  auth = openAuth(scratch.store, {
    publicUrl: new URL("http://127.0.0.1:3000"),
    keyFile: scratch.keyFile,
  });
  own = createOwnSessions(scratch.store);
  await addUser(scratch.store, "anna", "customer");
  await addUser(scratch.store, "bert", "customer");
});
afterAll(() => scratch.remove());

async function signIn(login: string): Promise<SignedInOperator> {
  const visitor = { address: "192.0.2.7", peerAddress: "198.51.100.1", userAgent: "a browser" };
  const answer = await auth.signIn({ login, password }, visitor, new Date());
  if (answer.status !== "signedIn") throw new Error(`${login}: ${answer.status}`);
  const operator = await auth.recognise(answer.secret, new Date(), { countsAsActivity: false });
  if (!operator) throw new Error("it was signed in");
  return operator;
}

const openOf = async (operator: SignedInOperator) =>
  (await own.list(operator)).open.map(({ id }) => id).toSorted();

it("lists where a person is signed in, and ends that and nothing else, whatever is asked", async () => {
  const [here, there, elsewhere] = [
    await signIn("anna"),
    await signIn("anna"),
    await signIn("anna"),
  ];
  const stranger = await signIn("bert");
  const ids = (...some: SignedInOperator[]) => some.map((each) => each.panelSessionId).toSorted();
  const { open, ended } = await own.list(here);
  expect(open.filter(({ isThis }) => isThis).map(({ id }) => id)).toEqual(ids(here));
  expect(open[0]).toMatchObject({ address: "192.0.2.7", peerAddress: "198.51.100.1" });
  expect(await openOf(here)).toEqual(ids(here, there, elsewhere));
  expect(ended).toEqual([]);

  expect(await own.end(ids(stranger, here), here)).toBe(0);
  expect(await own.end(ids(stranger, here, there), here)).toBe(1);
  expect(await openOf(here)).toEqual(ids(here, elsewhere));
  expect(await own.end(ids(elsewhere), here)).toBe(1);
  expect(await openOf(here)).toEqual(ids(here));
  expect(await openOf(stranger)).toEqual(ids(stranger));
  const [last] = (await own.list(here)).ended;
  expect(last).toMatchObject({
    id: elsewhere.panelSessionId,
    endedWhy: "removed",
    endedBy: "self",
  });
});

it("records nothing of what is not theirs, with which anybody could fill the disk", async () => {
  const [here, stranger] = [await signIn("anna"), await signIn("bert")];
  const before = (await scratch.store.audit.findHead())?.seq;
  const others = [stranger.panelSessionId, ...Array(999).fill("x".repeat(100))];
  expect(await own.end(others, here)).toBe(0);
  expect((await scratch.store.audit.findHead())?.seq).toBe(before);
});

it("keeps the last ten that ended", async () => {
  const here = await signIn("bert");
  for (let count = 0; count < 11; count += 1) await signIn("bert");
  await own.end(await openOf(here), here);
  expect((await own.list(here)).ended).toHaveLength(10);
});
