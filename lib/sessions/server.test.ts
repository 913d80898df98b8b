import { expect, it } from "vitest";
import { sendsKeptCredential, serverDraftSchema } from "./server";

const address = { kind: "ssh", host: "192.0.2.1", port: 22, user: "root" };
const hostKey = `SHA256:${"x".repeat(43)}`;
const password = { kind: "password", password: "typed just now" };
const draftOf = (via: object) =>
  serverDraftSchema.parse({ id: "1", name: "web01", via, sources: [] });

it("knows by which look a stored credential leaves for a key that somebody has just accepted", () => {
  const kept = { ...address, credential: { kind: "kept" } };
  expect(sendsKeptCredential(draftOf({ ...kept, hostKey }))).toBe(true);
  expect(sendsKeptCredential(draftOf({ ...kept, hostKey: null }))).toBe(false);
  expect(sendsKeptCredential(draftOf({ ...address, credential: password, hostKey }))).toBe(false);
  expect(sendsKeptCredential(draftOf({ kind: "local" }))).toBe(false);
});
