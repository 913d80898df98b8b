import { describe, expect, it } from "vitest";
import { reason } from "@/lib/sessions/reason";
import { addUser, openScratchStore, password } from "@/tests/support/scratch-store";
import { createFirstAdministrator, createSetupLink } from "./first-start";
import { openAuth } from "./open-auth";

const publicUrl = new URL("http://127.0.0.1:3000");
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };
const start = new Date("2026-01-05T10:00:00Z");

describe("the first start", () => {
  it("makes one administrator by a link that works once", async () => {
    const fresh = await openScratchStore();
    const freshAuth = openAuth(fresh.store, { ...fresh, publicUrl });
    const voided = await createSetupLink(fresh.store, publicUrl, start);
    const link = await createSetupLink(fresh.store, publicUrl, start);
    const linkSecret = link?.searchParams.get("setup") ?? "";
    expect(link?.href).toBe(`http://127.0.0.1:3000/sign-in?setup=${linkSecret}`);
    expect(await freshAuth.isSetupLink(voided?.searchParams.get("setup") ?? "")).toBe(false);
    expect(await freshAuth.isSetupLink(linkSecret)).toBe(true);

    const tooShort = { linkSecret, login: "an na", password: "short" };
    expect(await freshAuth.setUp(tooShort, visitor, start)).toEqual({
      status: "problems",
      problems: { login: reason("loginUnfit"), password: reason("passwordShort", { shortest: 8 }) },
    });
    const requests = ["anna", "bruno"].map((login) => ({ linkSecret, login, password }));
    const outcomes = await Promise.all(
      requests.map((request) => freshAuth.setUp(request, visitor, start)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["linkUsed", "signedIn"]);
    expect(await freshAuth.isSetupLink(linkSecret)).toBe(false);
    expect(await createSetupLink(fresh.store, publicUrl, start)).toBeNull();
    await fresh.remove();
  });

  it("voids the link when a user is made in another way", async () => {
    const fresh = await openScratchStore();
    const link = await createSetupLink(fresh.store, publicUrl, start);
    await addUser(fresh.store, "anna");
    const secret = link?.searchParams.get("setup") ?? "";
    expect(await openAuth(fresh.store, { ...fresh, publicUrl }).isSetupLink(secret)).toBe(false);
    await fresh.remove();
  });

  it("makes the administrator of the environment once", async () => {
    const fresh = await openScratchStore();
    const create = (login: string, secret = password) =>
      createFirstAdministrator(
        fresh.store,
        { firstAdministrator: { login, password: secret } },
        start,
      );
    await expect(create("anna", "short")).rejects.toMatchObject({ code: "env" });
    expect(await create("anna")).toBe(true);
    expect(await create("bruno")).toBe(false);
    expect(await fresh.store.users.find("bruno")).toBeUndefined();
    await fresh.remove();
  });
});
