import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import { auth, provideAuth } from "./auth";
import { openAuth } from "./open-auth";
import { operatorOfRequest } from "./operator-of-request";
import { hashSecret } from "./secret";

let scratch: ScratchStore;
let secret: string;

beforeAll(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "anna");
  const publicUrl = new URL("https://rollcall.example.com");
  provideAuth(openAuth(scratch.store, { ...scratch, publicUrl }));
  const token = { tokenHash: hashSecret("valid"), createdAt: new Date(), expiresAt: null };
  await scratch.store.apiTokens.add({ ...token, name: "script", role: "operator" });
  const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };
  const outcome = await auth().signIn({ login: "anna", password }, visitor, new Date());
  secret = outcome.status === "signedIn" ? outcome.secret : "";
});
afterAll(() => scratch.remove());

const ask = (headers: Record<string, string>) =>
  operatorOfRequest(new Request("https://rollcall.example.com/api/v1", { headers }));

it("knows a script by its token and a person by the cookie", async () => {
  expect(await ask({ authorization: "Bearer valid" })).toMatchObject({ name: "token script" });
  expect(await ask({ cookie: `theme=dark; __Host-rollcall=${secret}` })).toMatchObject({
    name: "anna",
  });
});

it("knows nobody without one that holds", async () => {
  expect(await ask({})).toBe("anonymous");
  expect(await ask({ authorization: "Bearer other" })).toBe("anonymous");
  expect(await ask({ authorization: "Basic dmFsaWQ=" })).toBe("anonymous");
  expect(await ask({ cookie: `rollcall=${secret}` })).toBe("anonymous");
  expect(await ask({ cookie: "__Host-rollcall=" })).toBe("anonymous");
});

it("does not fall back to the cookie when a token was given", async () => {
  expect(await ask({ authorization: "Bearer other", cookie: `__Host-rollcall=${secret}` })).toBe(
    "anonymous",
  );
});
