import { afterEach, beforeEach, expect, it } from "vitest";
import type { Role } from "@/lib/sessions/session";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { waitFor } from "@/tests/support/wait-for";
import { type KeptSights, keepSights } from "./keep-sights";

let scratch: ScratchStore;
let kept: KeptSights;
/** What an account was known as, each time a change was told. */
let heard: (string | null | undefined)[];
beforeEach(async () => {
  scratch = await openScratchStore();
  kept = await keepSights(scratch.store, (error) => {
    throw error;
  });
  heard = [];
  kept.onChange(() => heard.push(domainOfAnna()));
  await addUser(scratch.store, "carl", "customer");
});
afterEach(async () => {
  kept.close();
  await scratch.remove();
});

const domainOfAnna = () => kept.accounts().find("anna", "web01")?.domain;

async function addDomain(store: Store, name: string, owner = "carl"): Promise<void> {
  const ownerId = (await store.users.find(owner))?.id ?? "";
  const domain = { id: name, name, plainName: name, ownerId };
  const account = { login: "anna", server: null, type: "web-user" } as const;
  const old = (await store.domains.listAccounts()).map(({ id }) => id);
  await store.domains.write(
    {
      added: [domain],
      changed: [],
      given: [],
      removedAccountIds: old,
      addedAccounts: [{ ...account, id: crypto.randomUUID(), domainId: name }],
    },
    new Date(),
  );
}

it("knows what this process has changed before the change resolves, and tells it once", async () => {
  await addDomain(scratch.store, "alpha.example");
  expect(heard).toEqual(["alpha.example"]);
  await Promise.all([
    addDomain(scratch.store, "beta.example"),
    scratch.store.domains.remove("alpha.example"),
  ]);
  expect(domainOfAnna()).toBe("beta.example");
});

it("knows within a second what another process has changed", async () => {
  const other = await openStore(scratch);
  await addDomain(other, "alpha.example");
  await waitFor(() => heard.length > 0, 1000);
  expect(heard).toEqual(["alpha.example"]);
  await other.close();
});

it("computes what each role sees from who owns what now", async () => {
  const { store } = scratch;
  await addUser(store, "rita", "reseller");
  await addUser(store, "mia", "mailbox-owner");
  await store.users.add({
    login: "cora",
    name: null,
    email: null,
    role: "customer",
    ownerLogin: "rita",
    isViewer: false,
    passwordHash: "none",
    createdAt: new Date(),
  });
  await addDomain(store, "carl.example");
  await addDomain(store, "cora.example", "cora");
  await addDomain(store, "rita.example", "rita");
  const seenBy = async (login: string, role: Role) => {
    const user = await store.users.find(login);
    const sees = await store.sights.of({ userId: user?.id ?? "", login, role });
    if (sees === "everything") return sees;
    return [[...sees.logins], sees.domains && [...sees.domains].toSorted()];
  };
  expect(await seenBy("root", "server-administrator")).toBe("everything");
  expect(await seenBy("mia", "mailbox-owner")).toEqual([["mia"], null]);
  expect(await seenBy("carl", "customer")).toEqual([["carl"], ["carl.example"]]);
  expect(await seenBy("rita", "reseller")).toEqual([
    ["rita", "cora"],
    ["cora.example", "rita.example"],
  ]);
});
