import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenIdDesk, openDesk, openIdDesk, visitor } from "@/tests/support/open-id-desk";

const anna = { sub: "4711", preferred_username: "anna", groups: ["staff"] };

let desk: OpenIdDesk;

beforeEach(async () => {
  desk = await openIdDesk();
});
afterEach(() => desk.close());

const refused = (problem: string) => ({ status: "refused", problem });

describe("an answer that does not hold signs nobody in", () => {
  const nowSeconds = Math.floor(Date.now() / 1000);
  it.each([
    ["another's nonce", { nonce: "another" }],
    ["no nonce", { nonce: undefined }],
    ["for another client", { aud: "another" }],
    ["of another issuer", { iss: "http://127.0.0.1:1/" }],
    ["too old", { iat: nowSeconds - 600, exp: nowSeconds - 300 }],
    ["of a clock that is far ahead", { nbf: nowSeconds + 300 }],
    ["of nobody", { sub: undefined }],
  ])("%s", async (_what, claims) => {
    desk.service.script.claims = claims;
    expect(await desk.comeAs(anna)).toEqual(refused("refused"));
  });

  it.each(["somebody", "nobody"] as const)("signed by %s", async (signedBy) => {
    desk.service.script.signedBy = signedBy;
    expect(await desk.comeAs(anna)).toEqual(refused("refused"));
  });

  it("to another browser, to none, to another Rollcall, or to a question not asked", async () => {
    const [one, other] = [await desk.begin(), await desk.begin()];
    const query = desk.service.answer(one.address, anna);
    const finish = (sealed: string | undefined) =>
      desk.openId.finish({ query, sealed }, visitor, new Date());
    expect(await finish(undefined)).toEqual(refused("refused"));
    expect(await finish("x".repeat(100))).toEqual(refused("refused"));
    expect(await finish(other.sealed)).toEqual(refused("refused"));
    const [, elsewhere] = openDesk(desk.service, desk.scratch, desk.clock);
    const sealedHere = { query, sealed: one.sealed };
    expect(await elsewhere.finish(sealedHere, visitor, new Date())).toEqual(refused("refused"));
  });

  it("given twice", async () => {
    const { address, sealed } = await desk.begin();
    const query = desk.service.answer(address, anna);
    const finish = () => desk.openId.finish({ query, sealed }, visitor, new Date());
    expect(await finish()).toMatchObject({ status: "signedIn" });
    expect(await finish()).toEqual(refused("refused"));
    // Nor with a fresh code: the question was answered.
    const fresh = desk.service.answer(address, anna);
    const again = { query: fresh, sealed };
    expect(await desk.openId.finish(again, visitor, new Date())).toEqual(refused("refused"));
  });

  it("after ten minutes", async () => {
    const { address, sealed } = await desk.begin();
    desk.clock.minute += 11;
    const answer = { query: desk.service.answer(address, anna), sealed };
    expect(await desk.openId.finish(answer, visitor, new Date())).toEqual(refused("refused"));
  });

  it("that says no", async () => {
    const { address, sealed } = await desk.begin();
    const state = address.searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state });
    expect(await desk.openId.finish({ query, sealed }, visitor, new Date())).toEqual(
      refused("denied"),
    );
  });

  it("where the person was to prove anew who they are, and did not", async () => {
    const { address } = await desk.begin(true);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      prompt: "login",
      max_age: "0",
    });
    expect(await desk.comeAs(anna, true)).toEqual(refused("refused"));
    expect(await desk.comeAs({ ...anna, auth_time: nowSeconds - 3600 }, true)).toEqual(
      refused("refused"),
    );
    const proven = await desk.comeAs({ ...anna, auth_time: Math.floor(Date.now() / 1000) }, true);
    if (proven.status !== "signedIn") throw new Error(proven.problem);
    expect((await desk.look(proven.secret))?.provenAt).not.toBeNull();
  });
});

describe("a service in trouble", () => {
  it("is said to be silent, and asked again the next time", async () => {
    desk.service.script.status = 503;
    expect(await desk.openId.begin({ isAnew: false }, visitor)).toEqual(refused("unreachable"));
    desk.service.script.status = 200;
    await desk.begin();
    const { address, sealed } = await desk.begin();
    const query = desk.service.answer(address, anna);
    await desk.service.stop();
    expect(await desk.openId.finish({ query, sealed }, visitor, new Date())).toEqual(
      refused("unreachable"),
    );
  });

  it("is not waited for longer than five seconds", async () => {
    desk.service.script.delayMs = 20_000;
    const begunAtMs = performance.now();
    expect(await desk.openId.begin({ isAnew: false }, visitor)).toEqual(refused("unreachable"));
    expect(performance.now() - begunAtMs).toBeLessThan(7000);
  });

  it("is open still to a network whose browsers others have led to the way back", async () => {
    const answer = { query: new URLSearchParams("code=x&state=y"), sealed: undefined };
    for (let turn = 0; turn < 31; turn += 1) {
      expect(await desk.openId.finish(answer, visitor, new Date())).toEqual(refused("refused"));
    }
    expect(await desk.openId.begin({ isAnew: false }, visitor)).toMatchObject({ status: "begun" });
  });

  it("is not asked more than thirty times in 15 minutes for one network", async () => {
    const query = new URLSearchParams();
    for (let turn = 0; turn < 30; turn += 1) {
      const { sealed } = await desk.begin();
      await desk.openId.finish({ query, sealed }, visitor, new Date());
    }
    expect(await desk.openId.begin({ isAnew: false }, visitor)).toEqual(refused("too-many"));
    const elsewhere = { ...visitor, address: "198.51.100.9" };
    expect(await desk.openId.begin({ isAnew: false }, elsewhere)).toMatchObject({
      status: "begun",
    });
  });
});
