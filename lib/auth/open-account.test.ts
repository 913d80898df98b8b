import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import type { AccountOwner } from "./open-account";
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

const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };

const signIn = async (login: string) => {
  const answer = await auth.signIn({ login, password }, visitor, now);
  const secret = answer.status === "signedIn" ? answer.secret : "";
  const operator = await auth.recognise(secret, now, { countsAsActivity: false });
  if (!operator) throw new Error(`${login}: ${answer.status}`);
  return operator;
};
const change = (owner: AccountOwner, to: string) => auth.account.changePassword(owner, to, now);

it("keeps a password long enough for who has no second factor", async () => {
  await addUser(scratch.store, "anna");
  const anna = await signIn("anna");
  expect(await change(anna, "fourteen chars")).toMatchObject({ status: "refused" });
  expect(await change(anna, "anna anna anna anna")).toMatchObject({ status: "refused" });
  expect(await change(anna, "fifteen letters")).toEqual({ status: "changed" });
});

it("gives no password to who signs in through another service, where it may end", async () => {
  const person = { login: "bruno", name: null, email: null, role: "customer" } as const;
  const elsewhere = { openIdSubject: "https://id.example.com 17", isViewer: false };
  await scratch.store.openIdUsers.add({ ...person, ...elsewhere }, now);
  const userId = (await scratch.store.users.find("bruno"))?.id ?? "";
  const bruno = { name: "bruno", userId, address: null, panelSessionId: "none" };
  expect(await change(bruno, "a whole sentence is best")).toMatchObject({ status: "refused" });
  expect((await scratch.store.users.find("bruno"))?.passwordHash).toBeNull();
  expect(await auth.account.look(bruno)).toMatchObject({
    hasPassword: false,
    canHavePasskeys: false,
    totp: null,
  });
});

it("changes nothing for who was signed out while it was under way", async () => {
  await addUser(scratch.store, "clara");
  const [thief, clara] = [await signIn("clara"), await signIn("clara")];
  expect(await change(clara, "a password of clara's own")).toEqual({ status: "changed" });
  const { secret } = auth.account.offerTotp(thief);
  const code = new TOTP({ secret }).generate({ timestamp: now.getTime() });
  const before = await scratch.store.users.find("clara");
  expect(await change(thief, "a password of the thief's")).toMatchObject({ status: "refused" });
  expect(await auth.account.addTotp(thief, code, now)).toMatchObject({ status: "taken" });
  expect(await scratch.store.users.find("clara")).toEqual(before);
  expect(await auth.account.look(clara)).toMatchObject({ totp: null, backupCodesLeft: 0 });
  expect(await scratch.store.panelSessions.isSignedIn(clara.panelSessionId, now)).toBe(true);
});
