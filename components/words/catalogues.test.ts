import { expect, test } from "vitest";
import { german } from "./de";
import { english } from "./en";

/** Whole texts that both languages write alike. */
const alike = new Set([
  ...["Rollcall", "Tools", "English", "Deutsch", "Reseller", "Server", "Domains", "Demo"],
  ...["Domain", "Name", "Port", "Software", "in rollcall.yaml", "Code", "Passkey", "Passkeys"],
  ...["Live", "Status", "Client", "Browser", "{text}", "{why}: {text}"],
]);

test("German has every text that English has, and no other", () => {
  expect(pathsOf(german)).toEqual(pathsOf(english));
});

test("no German text is English left as it was", () => {
  const inGerman = new Map(textsOf(german));
  const left = textsOf(english).filter(
    ([path, text]) => inGerman.get(path) === text && /[a-z]{2}/.test(text) && !alike.has(text),
  );
  expect(left).toEqual([]);
});

test("no text is empty in one language only", () => {
  const isEmpty = ([, text]: readonly [string, string]) => text.trim() === "";
  expect(textsOf(german).filter(isEmpty)).toEqual(textsOf(english).filter(isEmpty));
});

type Node = readonly [path: string, value: unknown];

function nodesOf(value: unknown, path = ""): readonly Node[] {
  if (value instanceof Map) return nodesOf(Object.fromEntries(value), path);
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    nodesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

function pathsOf(catalogue: object): readonly string[] {
  return nodesOf(catalogue)
    .map(([path, value]) => `${path}: ${typeof value}`)
    .toSorted();
}

function textsOf(catalogue: object): readonly (readonly [string, string])[] {
  return nodesOf(catalogue).flatMap(([path, value]) =>
    typeof value === "string" ? [[path, value] as const] : [],
  );
}
