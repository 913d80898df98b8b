import { expect, it } from "vitest";
import { findSecrets } from "./find-secrets";

const secret = 'p+ss "wörd"/1';
const around = (text: string) => Buffer.from(`{"x":"${text}"}`);

it.each([
  secret,
  JSON.stringify(secret),
  encodeURIComponent(secret),
  Buffer.from(secret).toString("hex"),
  Buffer.from(secret).toString("base64"),
  Buffer.from(`a${secret}`).toString("base64url"),
  Buffer.from(`login:${secret}:x`).toString("base64"),
])("finds a secret that is written as %s", (text) => {
  const found = findSecrets([{ name: "place", bytes: around(text) }], { password: secret });
  expect(found).toEqual(["place holds the password"]);
});

it("finds none where there is none", () => {
  const bytes = around(Buffer.from("p+ss w").toString("base64"));
  expect(findSecrets([{ name: "place", bytes }], { password: secret })).toEqual([]);
});
