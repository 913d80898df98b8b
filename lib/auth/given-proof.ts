import { z } from "zod";

/** A browser lists what it does not know as undefined, and React sends it so. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (given) =>
      typeof given === "object" && given !== null
        ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
        : given,
    schema,
  );
}

const base64url = z.string().max(20_000);
const credential = {
  id: base64url,
  rawId: base64url,
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).exactOptional(),
  // Rollcall asks for no extensions.
  clientExtensionResults: z.object({}),
  type: z.literal("public-key"),
};

/** What a browser answers when a passkey was used. */
export const usedPasskeySchema = known(
  z.object({
    ...credential,
    response: known(
      z.object({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: base64url.exactOptional(),
      }),
    ),
  }),
);
export type UsedPasskey = z.output<typeof usedPasskeySchema>;

/** What it answers when one was made. */
export const madePasskeySchema = known(
  z.object({
    ...credential,
    response: known(
      z.object({
        clientDataJSON: base64url,
        attestationObject: base64url,
        transports: z.array(z.string().max(50)).max(10).exactOptional(),
      }),
    ),
  }),
);
export type MadePasskey = z.output<typeof madePasskeySchema>;

const givenPasskey = z.object({ kind: z.literal("passkey"), response: usedPasskeySchema });
/** Of an authenticator app, or a backup code. */
const givenCode = z.object({ kind: z.literal("code"), code: z.string().max(100) });
const givenPassword = z.object({ kind: z.literal("password"), password: z.string().max(2000) });

export const passkeyNameSchema = z.string().trim().min(1).max(60);

export const givenProofSchema = z.discriminatedUnion("kind", [
  givenPassword,
  givenCode,
  givenPasskey,
]);
export type GivenProof = z.infer<typeof givenProofSchema>;
export type GivenFactor = z.infer<typeof givenCode> | z.infer<typeof givenPasskey>;
