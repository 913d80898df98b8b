import { afterAll, beforeAll, expect, it } from "vitest";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import { openAuth } from "./open-auth";

const publicUrl = new URL("http://127.0.0.1:3000");
const now = new Date("2026-01-05T10:00:00Z");

let scratch: ScratchStore;
let auth: Auth;

beforeAll(async () => {
  scratch = await openScratchStore();
  auth = openAuth(scratch.store, { ...scratch, publicUrl });
});
afterAll(() => scratch.remove());

const ownerOf = async (login: string) => {
  const user = await scratch.store.users.find(login);
  const session = { address: "192.0.2.7", panelSessionId: "none" };
  return { name: login, userId: user?.id ?? "", ...session };
};
const change = async (login: string, password: string) =>
  auth.account.changePassword(await ownerOf(login), password, now);

it("keeps a password long enough for who has no second factor", async () => {
  await addUser(scratch.store, "anna");
  expect(await change("anna", "fourteen chars")).toMatchObject({ status: "refused" });
  expect(await change("anna", "anna anna anna anna")).toMatchObject({ status: "refused" });
  expect(await change("anna", "fifteen letters")).toEqual({ status: "changed" });
});

it("gives no password to who signs in through another service, where it may end", async () => {
  const person = { login: "bruno", name: null, email: null, role: "customer" } as const;
  const elsewhere = { openIdSubject: "https://id.example.com 17", isViewer: false };
  await scratch.store.openIdUsers.add({ ...person, ...elsewhere }, now);
  expect(await change("bruno", "a whole sentence is best")).toMatchObject({ status: "refused" });
  expect((await scratch.store.users.find("bruno"))?.passwordHash).toBeNull();
  expect(await auth.account.look(await ownerOf("bruno"))).toMatchObject({
    hasPassword: false,
    canHavePasskeys: false,
    totp: null,
  });
});
