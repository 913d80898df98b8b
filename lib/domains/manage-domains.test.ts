import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DomainDraft } from "@/lib/sessions/domain";
import type { Operator } from "@/lib/sessions/operator";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { toSight } from "@/tests/support/sights";
import { createDomains } from "./manage-domains";

const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const draft: DomainDraft = {
  id: null,
  name: "Alpha.Example.",
  customer: "carl",
  accounts: [{ login: "anna", server: "web01", type: "web-user" }],
};
const head = "domain,customer,ftp_login,type,server\n";

let scratch: ScratchStore;
let domains: ReturnType<typeof createDomains>;
beforeAll(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "carl", "customer");
  await addUser(scratch.store, "dora", "customer");
  await addUser(scratch.store, "rita", "reseller");
  await addUser(scratch.store, "mia", "mailbox-owner");
  domains = createDomains(scratch.store, () => ["web01", "web02"]);
});
beforeEach(async () => {
  const all = await scratch.store.domains.listAll();
  for (const { id } of all) await scratch.store.domains.remove(id);
});
afterAll(() => scratch.remove());

async function list() {
  const { domains: found } = await domains.find("", root);
  return found.map(({ name, customer, accounts }) => ({ name, customer, accounts }));
}

const importCsv = (text: string, isPreview = false) =>
  domains.importCsv({ text: head + text, isPreview }, root);

describe("saving a domain", () => {
  it("keeps it with its accounts, and changes both", async () => {
    expect(await domains.save(draft, root)).toEqual({ status: "saved" });
    expect(await list()).toEqual([
      { name: "alpha.example", customer: "carl", accounts: draft.accounts },
    ]);
    const [saved] = (await domains.find("ALPHA", root)).domains;
    const accounts = [{ login: "bert", server: null, type: "registered" }] as const;
    const change = { ...draft, id: saved?.id ?? "", customer: "rita", accounts: [...accounts] };
    expect(await domains.save(change, root)).toEqual({ status: "saved" });
    expect(await list()).toEqual([{ name: "alpha.example", customer: "rita", accounts }]);
    await domains.save({ ...change, name: "beta.example", accounts: null }, root);
    expect(await list()).toEqual([{ name: "beta.example", customer: "rita", accounts }]);
  });

  it("says of each field what is wrong with it, and saves nothing", async () => {
    const wrong = {
      ...draft,
      name: "not a domain",
      customer: "mia",
      accounts: [
        { login: "an\nna", server: "web09", type: "web-user" as const },
        { login: "bert", server: null, type: "web-user" as const },
        { login: "bert", server: null, type: "registered" as const },
      ],
    };
    expect(await domains.save(wrong, root)).toEqual({
      status: "refused",
      problems: [
        { path: "name", mistake: "domain-wrong", about: "not a domain" },
        { path: "customer", mistake: "customer-unknown", about: "mia" },
        { path: "accounts.0.login", mistake: "login-wrong", about: "an\nna" },
        { path: "accounts.0.server", mistake: "server-unknown", about: "web09" },
        { path: "accounts.2.login", mistake: "login-twice", about: "bert" },
      ],
    });
    expect(await list()).toEqual([]);
  });

  it("gives no domain twice in whatever spelling, and no account", async () => {
    await domains.save({ ...draft, name: "bücher.example" }, root);
    const again = { ...draft, name: "XN--BCHER-KVA.example", customer: "dora", accounts: [] };
    expect(await domains.save(again, root)).toMatchObject({
      problems: [{ path: "name", mistake: "taken", about: "bücher.example" }],
    });
    expect(await domains.save({ ...draft, name: "beta.example" }, root)).toMatchObject({
      problems: [{ path: "accounts.0.login", mistake: "taken", about: "bücher.example" }],
    });
    expect(await domains.save({ ...draft, id: "gone" }, root)).toEqual({ status: "overtaken" });
  });

  it("is for operators who see everything, and changed by those who may act", async () => {
    const viewer = { ...root, name: "vera", mayAct: false };
    const customer = { ...root, name: "carl", sees: toSight(["carl"], ["alpha.example"]) };
    const changing = (operator: Operator) => [
      () => domains.save(draft, operator),
      () => domains.remove("id", operator),
      () => domains.importCsv({ text: head, isPreview: true }, operator),
    ];
    const seeing = (operator: Operator) => [
      () => domains.find("", operator),
      () => domains.exportCsv(operator),
    ];
    for (const ask of changing(viewer)) await expect(ask()).rejects.toThrow("vera may not act");
    for (const ask of seeing(viewer)) await ask();
    for (const ask of [...changing(customer), ...seeing(customer)]) {
      await expect(ask()).rejects.toThrow("carl may not see domains");
    }
  });
});

it("reaches everything that is open before it resolves, and every process", async () => {
  const { store } = scratch;
  const versions: number[] = [];
  store.onSightsChanged(async (version) => {
    versions.push(version);
  });
  const before = await store.sights.version();
  await domains.save(draft, root);
  await importCsv("alpha.example,dora,,,");
  await domains.remove((await store.domains.listAll())[0]?.id ?? "", root);
  expect(versions).toEqual([before + 1, before + 2, before + 3]);
  expect(await store.sights.version()).toBe(before + 3);
});

describe("importing domains", () => {
  it("adds and changes what it names, touches nothing else, and previews without writing", async () => {
    await domains.save(draft, root);
    await domains.save({ ...draft, name: "keep.example", accounts: [] }, root);
    const text =
      "alpha.example,dora,anna,registered,web01\nalpha.example,dora,otto,web-user,\nbücher.example,rita,,,\nkeep.example,carl,,,\n";
    const counts = { domainsAdded: 1, domainsGiven: 1, accountsAdded: 1, accountsChanged: 1 };
    const before = await list();
    expect(await importCsv(text, true)).toMatchObject({ status: "checked", ...counts });
    expect(await list()).toEqual(before);
    expect(await importCsv(text)).toMatchObject({ status: "written", ...counts, unchanged: 1 });
    expect(await list()).toEqual([
      {
        name: "alpha.example",
        customer: "dora",
        accounts: [
          { login: "anna", server: "web01", type: "registered" },
          { login: "otto", server: null, type: "web-user" },
        ],
      },
      { name: "keep.example", customer: "carl", accounts: [] },
      { name: "bücher.example", customer: "rita", accounts: [] },
    ]);
    expect(await importCsv(text, true)).toMatchObject({ domainsAdded: 0, unchanged: 4 });
  });

  it("names the line of every mistake, and then imports nothing", async () => {
    const { problems, problemCount, status } = await importCsv(
      [
        "alpha.example,carl,anna,web-user,",
        "Alpha.Example,dora,bert,web-user,",
        "beta.example,nobody,,,",
        "-.example,,x,boss,web09",
        "gamma.example,carl,anna,registered,",
        "delta.example,carl,,web-user,",
        "192.0.2.1,carl,,,",
        "short,carl",
      ].join("\n"),
    );
    expect({ status, problemCount }).toEqual({ status: "refused", problemCount: 10 });
    expect(problems.map(({ line, mistake, about }) => [line, mistake, about])).toEqual([
      [3, "customer-differs", "carl"],
      [4, "customer-unknown", "nobody"],
      [5, "domain-wrong", "-.example"],
      [5, "customer-missing", ""],
      [5, "server-unknown", "web09"],
      [5, "type-unknown", "boss"],
      [6, "login-twice", "2"],
      [7, "login-missing", ""],
      [8, "domain-wrong", "192.0.2.1"],
      [9, "cells", "2"],
    ]);
    expect(await list()).toEqual([]);
  });

  it("takes 10,000 lines, whose export is read back as nothing new", async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `d${index % 4000}.example,carl,=user${index},web-user,web0${1 + (index % 2)}`,
    );
    expect(await importCsv(lines.join("\n"))).toMatchObject({
      status: "written",
      domainsAdded: 4000,
      accountsAdded: 10_000,
    });
    const text = await domains.exportCsv(root);
    expect(text).toContain("'=user0,");
    expect(await domains.importCsv({ text, isPreview: true }, root)).toMatchObject({
      status: "checked",
      accountsAdded: 0,
      unchanged: 10_000,
    });
    expect(await domains.find("d399", root)).toMatchObject({ found: 11, total: 4000 });
    expect((await domains.find("", root)).domains).toHaveLength(100);
    const moved = lines.map((line) => line.replace("carl", "dora"));
    expect(await importCsv(moved.join("\n"))).toMatchObject({ domainsGiven: 4000 });
  });
});
