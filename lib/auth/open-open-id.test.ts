import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type OpenIdDesk, openIdDesk, visitor } from "@/tests/support/open-id-desk";
import { addUser } from "@/tests/support/scratch-store";

const anna = { sub: "4711", preferred_username: "anna", groups: ["staff"], name: "Anna A." };

let desk: OpenIdDesk;

beforeAll(async () => {
  desk = await openIdDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  // Nobody waits for the limits of the test before.
  desk.clock.minute += 16;
});

const refused = (problem: string) => ({ status: "refused", problem });

it("asks for a code, bound to this browser and to this question", async () => {
  const { address, sealed } = await desk.begin();
  expect(address.origin).toBe(desk.service.issuer.origin);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: "code",
    client_id: "rollcall",
    redirect_uri: "http://127.0.0.1:3000/sign-in/openid/callback",
    scope: "openid profile groups",
    code_challenge_method: "S256",
  });
  for (const secret of ["state", "nonce"]) {
    expect(sealed).not.toContain(address.searchParams.get(secret));
  }
});

it("makes the user at the first sign-in, and knows them at the next", async () => {
  const first = await desk.look(await desk.enterAs(anna));
  expect(first).toMatchObject({
    name: "anna",
    displayName: "Anna A.",
    role: "customer",
    mayAct: true,
    provenAt: null,
  });
  const again = await desk.look(await desk.enterAs({ ...anna, name: "Anna B." }));
  expect(again).toMatchObject({ userId: first?.userId, displayName: "Anna B." });
  const { entries } = await desk.scratch.store.audit.search(
    { event: "user.change" },
    { side: "newest" },
  );
  expect(entries[0]?.entry).toMatchObject({
    ...{ operator: "anna", user: "anna", outcome: "done" },
    detail: { name: "Anna B.", role: "customer" },
  });
  expect(await desk.auth.signIn({ login: "anna", password: "" }, visitor, new Date())).toEqual({
    status: "wrong",
  });
});

it("takes login and groups also from the second question", async () => {
  desk.service.script.userInfo = { ...anna, sub: "4712", preferred_username: "userinfo" };
  expect(await desk.look(await desk.enterAs({ sub: "4712" }))).toMatchObject({ name: "userinfo" });
  desk.service.script.userInfo = { ...anna, sub: "somebody else" };
  expect(await desk.comeAs({ sub: "4712" })).toEqual(refused("refused"));
});

it("gives the role that may most, and nothing to change to who is in a group of viewers", async () => {
  const boss = { sub: "1", preferred_username: "boss", groups: ["staff", "admins", "other"] };
  expect(await desk.look(await desk.enterAs(boss))).toMatchObject({
    role: "server-administrator",
    sees: "everything",
    mayAct: true,
  });
  const auditor = { sub: "2", preferred_username: "auditor", groups: "auditors" };
  expect(await desk.look(await desk.enterAs(auditor))).toMatchObject({
    sees: "everything",
    mayAct: false,
  });
});

it("ends what was open when the groups are others by now", async () => {
  const person = { sub: "3", preferred_username: "mover", groups: ["admins"] };
  const before = await desk.enterAs(person);
  const same = await desk.enterAs(person);
  expect(await desk.look(before)).toBeDefined();
  const after = await desk.enterAs({ ...person, groups: ["staff"] });
  expect(await desk.look(before)).toBeUndefined();
  expect(await desk.look(same)).toBeUndefined();
  expect(await desk.look(after)).toMatchObject({ role: "customer" });
});

it.each([
  ["nobody's group", { groups: ["other"] }, "no-role"],
  ["no group", { groups: undefined }, "no-role"],
  ["a group named as every object has one", { groups: ["constructor", "__proto__"] }, "no-role"],
  ["a login that is none", { preferred_username: "<img>" }, "no-login"],
  ["no login", { preferred_username: 7 }, "no-login"],
])("refuses who comes with %s, and makes no user", async (_what, change, problem) => {
  desk.service.script.userInfo = { sub: "5" };
  const claims = { ...anna, sub: "5", preferred_username: "nobody", ...change };
  expect(await desk.comeAs(claims)).toEqual(refused(problem));
  expect(await desk.scratch.store.users.find("nobody")).toBeUndefined();
});

it("never takes over a user who is there, nor the login of one who came by it", async () => {
  await addUser(desk.scratch.store, "root");
  expect(await desk.comeAs({ ...anna, sub: "6", preferred_username: "root" })).toEqual(
    refused("login-taken"),
  );
  await desk.enterAs(anna);
  expect(await desk.comeAs({ ...anna, sub: "6" })).toEqual(refused("login-taken"));
  expect((await desk.scratch.store.users.find("root"))?.role).toBe("server-administrator");
});

it("lets in nobody who is disabled here", async () => {
  await desk.enterAs({ ...anna, sub: "7", preferred_username: "gone" });
  await desk.scratch.store.users.disable({ login: "gone" }, { by: "anna", now: new Date() });
  expect(await desk.comeAs({ ...anna, sub: "7", preferred_username: "gone" })).toEqual(
    refused("disabled"),
  );
});
