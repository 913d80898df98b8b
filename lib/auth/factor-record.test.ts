import { TOTP } from "otpauth";
import { expect, it } from "vitest";
import { addUser, openScratchStore, password } from "@/tests/support/scratch-store";
import { openAuth } from "./open-auth";

const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };

it("what is done with factors and proofs is recorded, without anything that opens something", async () => {
  const { store, keyFile, remove } = await openScratchStore();
  await addUser(store, "anna");
  const auth = openAuth(store, { keyFile, publicUrl: new URL("http://127.0.0.1:3000") });
  const signIn = () => auth.signIn({ login: "anna", password }, visitor, new Date());
  const first = await signIn();
  const secret = first.status === "signedIn" ? first.secret : "";
  const owner = await auth.recognise(secret, new Date(), { countsAsActivity: false });
  if (!owner) throw new Error("nobody is signed in");

  const { secret: key } = auth.account.offerTotp(owner);
  const added = await auth.account.addTotp(owner, new TOTP({ secret: key }).generate(), new Date());
  const [code = ""] = (added.status === "added" && added.backupCodes) || [];
  const waiting = await signIn();
  const pending = waiting.status === "pending" ? waiting.secret : "";
  for (const typed of ["wrong code 17", code]) {
    await auth.secondStep.finish(pending, { kind: "code", code: typed }, visitor, new Date());
  }
  for (const typed of ["wrong password", password]) {
    await auth.proofs.prove(owner, { kind: "password", password: typed }, new Date());
  }
  await auth.account.removeFactor(owner, { kind: "totp" }, password, new Date());

  await auth.account.renamePasskey(owner, "none", "another name");

  await store.audit.close();
  const { entries } = await store.audit.search({}, { side: "newest" });
  const found = entries.map(({ entry }) => [entry?.event, entry?.outcome, entry?.operator]);
  for (const line of [
    ["factor.add", "done", "anna"],
    ["backup-codes.make", "done", "anna"],
    ["sign-in.refuse", "refused", "not signed in"],
    ["sign-in", "done", "anna"],
    ["action.refuse", "refused", "anna"],
    ["proof.give", "done", "anna"],
    ["factor.remove", "done", "anna"],
    ["factor.rename", "refused", "anna"],
  ]) {
    expect(found).toContainEqual(line);
  }
  const text = JSON.stringify(entries);
  for (const secretText of [key, code, password, "wrong code 17", "wrong password", secret]) {
    expect(text).not.toContain(secretText);
  }
  await remove();
});
