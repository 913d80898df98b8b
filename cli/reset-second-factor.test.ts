import { TOTP } from "otpauth";
import { expect, it } from "vitest";
import { openAuth } from "@/lib/auth/open-auth";
import { runRollcall } from "@/tests/support/run-rollcall";
import { addUser, openScratchStore, password } from "@/tests/support/scratch-store";

const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };

it("lets in with the password alone who has lost a second factor, ends the sessions, and is recorded", async () => {
  const { store, keyFile, databaseUrl, remove } = await openScratchStore();
  await addUser(store, "anna");
  const auth = openAuth(store, { keyFile, publicUrl: new URL("http://127.0.0.1:3000") });
  const signIn = () => auth.signIn({ login: "anna", password }, visitor, new Date());
  const first = await signIn();
  const secret = first.status === "signedIn" ? first.secret : "";
  const look = () => auth.recognise(secret, new Date(), { countsAsActivity: false });
  const owner = await look();
  if (!owner) throw new Error("nobody is signed in");
  const { secret: key } = auth.account.offerTotp(owner);
  await auth.account.addTotp(owner, new TOTP({ secret: key }).generate(), new Date());
  expect(await signIn()).toMatchObject({ status: "pending" });

  const env = { DATABASE_URL: databaseUrl, ROLLCALL_KEY_FILE: keyFile };
  const reset = (login: string) =>
    runRollcall(["user", "reset-second-factor", login], { stdin: "", env });
  expect(await reset("nobody")).toMatchObject({ code: 1, stderr: "There is no user nobody.\n" });
  expect(await reset("anna")).toEqual({
    code: 0,
    stdout: "anna has no second factor any more.\n",
    stderr: "",
  });
  expect(await look()).toBeUndefined();
  expect(await signIn()).toMatchObject({ status: "signedIn" });
  const filter = { event: "factor.reset", intents: "shown" } as const;
  const { entries } = await store.audit.search(filter, { side: "newest" });
  const operator = expect.stringMatching(/^console /);
  expect(entries.map(({ entry }) => entry)).toMatchObject([
    { user: "anna", operator, phase: "outcome", outcome: "done" },
    { user: "anna", operator, phase: "intent" },
  ]);
  await remove();
});
