import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import { quoted, reason } from "@/lib/sessions/reason";
import type { FoundSource } from "@/lib/sessions/server";
import { toFormProblems } from "./form-problems";
import { addByHand, type OfferedSource, offerFound } from "./offered-source";
import { changeForm, checkForm, type ServerForm, toForm } from "./server-form";
import type { ServerView } from "./server-view";

const fingerprint = `SHA256:${"a".repeat(43)}`;

const web01: ServerView = {
  name: "web01",
  id: "1",
  problem: null,
  lockedBy: null,
  via: {
    kind: "ssh",
    host: "192.0.2.10",
    port: 22,
    user: "rollcall",
    credential: "password",
    hostKey: fingerprint,
    jump: null,
  },
  sources: [
    {
      id: "web01/proftpd",
      provider: "proftpd",
      title: "ProFTPD",
      kind: "ftp",
      settings: {},
      asked: null,
      lookMs: null,
    },
  ],
};

const found = (provider: string, settings: FoundSource["settings"] = {}): FoundSource => ({
  provider,
  title: provider,
  kind: "ftp",
  settings,
  version: null,
  sessionCount: 0,
  limits: [],
  failure: null,
});

const shown = (sources: readonly OfferedSource[]) =>
  sources.map(({ provider, settings, isOn, found: seen }) => ({
    provider,
    settings,
    isOn,
    isFound: seen !== null,
  }));

test("a server that is edited keeps what logs in, its key and its sources", () => {
  expect(checkForm(toForm(web01))).toEqual({
    status: "good",
    draft: {
      id: "1",
      name: "web01",
      via: {
        kind: "ssh",
        host: "192.0.2.10",
        port: 22,
        user: "rollcall",
        credential: { kind: "kept" },
        hostKey: fingerprint,
      },
      sources: [{ provider: "proftpd", settings: {} }],
    },
  });
});

test("another address has neither the accepted key nor what was found at the former one", () => {
  const form: ServerForm = {
    ...toForm(web01),
    sources: offerFound(toForm(web01).sources, [found("proftpd"), found("vsftpd")]),
  };
  expect(changeForm(form, { user: "other" })).toEqual({ ...form, user: "other" });
  for (const change of [{ host: "192.0.2.11" }, { port: "23" }, { way: "local" } as const]) {
    const changed = changeForm(form, change);
    expect(changed.hostKey).toBeNull();
    expect(shown(changed.sources)).toEqual([
      { provider: "proftpd", settings: {}, isOn: true, isFound: false },
    ]);
  }
});

test("what was chosen before stays as it was chosen, found or not", () => {
  const [proftpd] = toForm(web01).sources;
  if (!proftpd) throw new Error("web01 has a source");
  const before = addByHand(english, [{ ...proftpd, isOn: false }], "windows");
  const scoreboard = { scoreboard: "/run/one" };
  expect(shown(offerFound(before, [found("proftpd", scoreboard), found("vsftpd")]))).toEqual([
    { provider: "proftpd", settings: {}, isOn: false, isFound: true },
    { provider: "vsftpd", settings: {}, isOn: true, isFound: true },
    { provider: "windows", settings: {}, isOn: true, isFound: false },
  ]);
});

test("two daemons of one kind are two sources, and neither takes the place of a third", () => {
  const daemons = ["/run/one", "/run/two"].map((scoreboard) => found("proftpd", { scoreboard }));
  const offered = offerFound(toForm(web01).sources, daemons);
  expect(shown(offered).map(({ settings, isFound }) => ({ settings, isFound }))).toEqual([
    { settings: { scoreboard: "/run/one" }, isFound: true },
    { settings: { scoreboard: "/run/two" }, isFound: true },
    { settings: {}, isFound: false },
  ]);
  expect(offerFound(offered, daemons)).toEqual(offered);
});

test("what did not answer is offered, but switched on only where it is all there is", () => {
  const failure = { code: "refused", reason: quoted("may not look") } as const;
  const silent = { ...found("proftpd"), failure };
  expect(offerFound([], [silent])).toMatchObject([{ isOn: true }]);
  expect(offerFound([], [silent, found("vsftpd")])).toMatchObject([
    { isOn: false },
    { isOn: true },
  ]);
});

test("nothing is added by hand twice", () => {
  const once = addByHand(english, [], "windows");
  expect(addByHand(english, once, "windows")).toBe(once);
});

test("each mistake stands beside its field, in words for people", () => {
  const form = { ...toForm(null), name: " ", host: "two words", port: "65536", user: "" };
  const checked = checkForm(form);
  if (checked.status === "good") throw new Error("none of it is right");
  expect(toFormProblems(english, checked.problems)).toEqual({
    fields: {
      name: "Must not be empty.",
      host: "Must be a host name or an address.",
      port: "Must be a number from 1 to 65535.",
      user: "Must not be empty.",
      credential: "Paste the key or choose its file; it has at most 20,000 characters.",
    },
    others: [],
  });
});

test("a problem without a field of its own is told all the same", () => {
  const problems = [
    { path: "id", why: reason("removedMeanwhile") },
    { path: "sources.0.provider", why: reason("noProvider", { name: "x" }) },
    { path: "", why: quoted("the database is read-only") },
  ];
  expect(toFormProblems(english, problems)).toEqual({
    fields: { sources: '"x" is not a provider.' },
    others: ["Somebody has removed this server.", "The database is read-only."],
  });
});
