import { expect, it } from "vitest";
import { madePasskeySchema, usedPasskeySchema } from "./given-proof";

const credential = { id: "id", rawId: "id", clientExtensionResults: {}, type: "public-key" };
const used = { clientDataJSON: "x", authenticatorData: "x", signature: "x" };
const made = { clientDataJSON: "x", attestationObject: "x" };

it("takes what a security key leaves out, however the browser says so", () => {
  const response = { ...used, userHandle: undefined };
  const given = { ...credential, authenticatorAttachment: undefined, response };
  expect(usedPasskeySchema.parse(given)).toStrictEqual({ ...credential, response: used });
  const answer = { ...credential, response: { ...made, transports: undefined } };
  expect(madePasskeySchema.parse(answer)).toStrictEqual({ ...credential, response: made });
});

it("takes nothing else for one", () => {
  for (const given of [
    null,
    "x",
    {},
    { ...credential, response: null },
    { ...credential, id: 5 },
  ]) {
    expect(usedPasskeySchema.safeParse(given).success).toBe(false);
    expect(madePasskeySchema.safeParse(given).success).toBe(false);
  }
});
