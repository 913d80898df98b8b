import { expect, it } from "vitest";
import { createScriptedFeed } from "@/tests/support/live-hub";
import { ftpSession } from "@/tests/support/live-sessions";
import { emptyBook, type KnownAccount, toAccountBook, withKnownAccounts } from "./known-accounts";
import { type SourceAnswer, sessionsOf } from "./roll";

const anna: KnownAccount = {
  login: "anna",
  server: null,
  type: "web-user",
  domain: "alpha.example",
};

async function open(accounts: readonly KnownAccount[]) {
  const feed = createScriptedFeed("ftp", "web01/ftp");
  let book = toAccountBook(accounts);
  const watched = withKnownAccounts(feed.watched, () => book);
  await feed.say([
    { ...ftpSession(1, "anna"), type: "registered", domain: "rule.example" },
    { ...ftpSession(2, "bert"), type: "registered", domain: "rule.example" },
    ftpSession(3, null),
  ]);
  const change = (next: readonly KnownAccount[]) => {
    book = toAccountBook(next);
  };
  return { watched, feed, change };
}

function domainsOf(answer: SourceAnswer | undefined) {
  const sessions = answer ? sessionsOf(answer) : [];
  return sessions.map((session) => session.kind === "ftp" && session.domain);
}

it("knows exactly this login, before every rule, and leaves the others as they were listed", async () => {
  const { watched } = await open([anna]);
  expect(domainsOf(watched.latest())).toEqual(["alpha.example", "rule.example", null]);
  const [session] = sessionsOf(await watched.look());
  expect(session).toMatchObject({ user: "anna", type: "web-user", domain: "alpha.example" });
});

it("takes the account of the server itself before that of every server", async () => {
  const here = { ...anna, server: "web01", domain: "here.example" };
  const elsewhere = { ...anna, server: "web02", domain: "elsewhere.example" };
  const { watched } = await open([elsewhere, anna, here]);
  expect(domainsOf(watched.latest())[0]).toBe("here.example");
  const { watched: others } = await open([elsewhere]);
  expect(domainsOf(others.latest())[0]).toBe("rule.example");
});

it("holds for what was listed before the book changed, and is the same answer until it changes", async () => {
  const { watched, change } = await open([anna]);
  expect(watched.latest()).toBe(watched.latest());
  change([{ ...anna, domain: "beta.example" }]);
  expect(domainsOf(watched.latest())[0]).toBe("beta.example");
  change([]);
  expect(domainsOf(watched.latest())[0]).toBe("rule.example");
});

it("costs nothing where nothing is stored, nor for other kinds of sessions", async () => {
  const { feed } = await open([]);
  expect(withKnownAccounts(feed.watched, () => emptyBook).latest()).toBe(feed.watched.latest());
  const panel = createScriptedFeed("panel", "here/panel").watched;
  expect(withKnownAccounts(panel, () => toAccountBook([anna]))).toBe(panel);
});
