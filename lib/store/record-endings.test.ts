import { afterEach, beforeEach, expect, it } from "vitest";
import { openAuth } from "@/lib/auth/open-auth";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";

let scratch: ScratchStore;
beforeEach(async () => {
  scratch = await openScratchStore();
});
afterEach(() => scratch.remove());

const start = new Date("2026-11-23T20:00:00Z");
const visitor = { address: "192.0.2.7", peerAddress: "10.0.0.1", userAgent: "Firefox" };

it("records each sign-in, each refused one alike, and how and by whom sessions ended", async () => {
  const { store } = scratch;
  await addUser(store, "anna");
  const auth = openAuth(store, {
    publicUrl: new URL("http://127.0.0.1:3000"),
    keyFile: scratch.keyFile,
  });
  const signIn = (login: string, typed = password) =>
    auth.signIn({ login, password: typed }, visitor, start);
  await signIn("anna", "wrong");
  await signIn("nobody", "wrong");
  await signIn("my secret!", "wrong");
  const first = await signIn("anna");
  await signIn("anna");
  if (first.status !== "signedIn") throw new Error(first.status);
  await auth.signOut(first.secret, start);
  await store.panelSessions.endExpired(new Date(start.getTime() + 86_400_000));
  await store.audit.owe([]);
  await expect
    .poll(async () =>
      (await store.audit.search({}, { side: "newest" })).entries
        .flatMap(({ entry }) => entry ?? [])
        .map(({ event, operator, user, address, detail }) =>
          [event, operator, user, address, detail["why"] ?? detail["signedInWith"]].join(", "),
        )
        .toReversed(),
    )
    .toEqual([
      "sign-in.refuse, not signed in, anna, 192.0.2.7, wrong",
      "sign-in.refuse, not signed in, nobody, 192.0.2.7, wrong",
      "sign-in.refuse, not signed in, , 192.0.2.7, wrong",
      "sign-in, anna, anna, 192.0.2.7, password",
      "sign-in, anna, anna, 192.0.2.7, password",
      "sign-out, anna, anna, 192.0.2.7, signed-out",
      "panel-session.end, rollcall itself, anna, 192.0.2.7, expired",
    ]);
});
