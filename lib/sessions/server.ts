import { z } from "zod";
import { hostName, oneLine } from "./one-line";
import { problemWords } from "./problem-words";
import type { Reason } from "./reason";
import type { SourceAnswer } from "./roll";
import type { SessionKind } from "./session";
import type { FoundSettings } from "./session-provider";
import type { Failure } from "./source-error";
import type { SourceLimit } from "./source-limit";

const entered = z.string().trim();

const fingerprintSchema = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, problemWords.noFingerprint);

/** What a person gives; `kept`: the one that is stored already. */
const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("kept") }),
  z.strictObject({ kind: z.literal("password"), password: z.string().min(1).max(1000) }),
  z.strictObject({
    kind: z.literal("privateKey"),
    privateKey: z.string().min(1, problemWords.mustNotBeEmpty).max(20_000),
    passphrase: z.string().max(1000).nullable(),
  }),
]);

const viaSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("local") }),
  z.strictObject({
    kind: z.literal("ssh"),
    host: entered.pipe(hostName),
    port: z.int().min(1).max(65_535),
    user: entered.pipe(oneLine),
    credential: credentialSchema,
    /** The accepted fingerprint. Null: not accepted yet, and then nothing but the key is asked for. */
    hostKey: fingerprintSchema.nullable(),
  }),
]);

const namedSourceSchema = z.strictObject({
  provider: z.string().max(50),
  /** As in the configuration file; each provider checks its own. */
  settings: z.record(z.string().max(50), z.unknown()),
});

/** A server as it is added or changed on the page. */
export const serverDraftSchema = z.strictObject({
  /** Null for a new one. */
  id: z.string().max(100).nullable(),
  name: entered.pipe(oneLine),
  via: viaSchema,
  sources: z.array(namedSourceSchema).max(50),
});
export type ServerDraft = z.infer<typeof serverDraftSchema>;

/** A look at such a server sends what is stored to whoever shows the key that the draft accepts. */
export function sendsKeptCredential({ via }: ServerDraft): boolean {
  return via.kind === "ssh" && via.credential.kind === "kept" && via.hostKey !== null;
}

/** How a server is reached, without anything secret. */
export type ServerWay =
  | { readonly kind: "local" }
  | {
      readonly kind: "ssh";
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly credential: "password" | "privateKey" | "agent";
      readonly hostKey: string | null;
      /** Null where it is reached straight. */
      readonly jump: { readonly host: string; readonly port: number } | null;
    };

export interface ServerSource {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly kind: SessionKind;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Null until it was asked for the first time. */
  readonly answer: SourceAnswer | null;
  /** Milliseconds that the last answered look took; null until there is one. */
  readonly lookMs: number | null;
}

export interface KnownServer {
  /** Null for one that is not changed on the page. */
  readonly id: string | null;
  /** Why it is not: the configuration file names it, or it was found on this machine. */
  readonly lockedBy: "file" | "found" | null;
  readonly name: string;
  readonly via: ServerWay;
  readonly sources: readonly ServerSource[];
  /** Why it cannot be used at all, such as a key file that is missing; null when it can. */
  readonly problem: Reason | null;
}

/** What could be listed there, and what the account may do. */
export interface FoundSource {
  readonly provider: string;
  readonly title: string;
  readonly kind: SessionKind;
  readonly settings: FoundSettings;
  /** `ProFTPD 1.3.8`, as the software itself says; null where it does not. */
  readonly version: string | null;
  /** Null where it did not answer. */
  readonly sessionCount: number | null;
  readonly limits: readonly SourceLimit[];
  readonly failure: Failure | null;
}

export type Finding =
  /** Nothing but the key was asked for: no login was tried. */
  | {
      readonly status: "not-trusted";
      readonly fingerprint: string;
      readonly accepted: string | null;
    }
  | { readonly status: "failed"; readonly failure: Failure }
  | {
      readonly status: "found";
      /** `Debian GNU/Linux 12 (bookworm)`, `Microsoft Windows [Version 10.0.20348.1]`. */
      readonly system: string | null;
      readonly roundTripMs: number;
      readonly sources: readonly FoundSource[];
    };

/** One mistake in what a person gave: the path of its field, and what is wrong. */
export interface FieldProblem {
  readonly path: string;
  readonly why: Reason;
}

export type Saved =
  | { readonly status: "saved"; readonly id: string }
  | { readonly status: "refused"; readonly problems: readonly FieldProblem[] };

export type Removed =
  | { readonly status: "removed" }
  /** Somebody else removed it before. */
  | { readonly status: "gone" }
  | { readonly status: "refused"; readonly problem: Reason };

/** In letters: a request to Rollcall holds a million bytes, and a letter may take two. */
export const longestImport = 500_000;

/** One mistake in a text of servers. */
export interface ImportProblem {
  /** `import:3: servers[0].name` */
  readonly place: string;
  readonly why: Reason;
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly problems: readonly ImportProblem[];
}
