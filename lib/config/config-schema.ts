import { z } from "zod";
import { hostName, oneLine } from "@/lib/sessions/one-line";
import { problemWords as words } from "@/lib/sessions/problem-words";
import { ftpAccountTypes } from "@/lib/sessions/session";
import { openIdSchema } from "./open-id-schema";

const credentials = ["privateKeyFile", "privateKey", "passwordFile", "password", "agent"] as const;

/** A variable of the environment comes as text. */
const portSchema = z.preprocess(
  (port) => (typeof port === "string" && /^\d{1,5}$/.test(port) ? Number(port) : port),
  z.int(words.noPort).min(1, words.noPort).max(65_535, words.noPort),
);

const loginFields = {
  host: hostName,
  port: portSchema.default(22),
  user: oneLine,
  privateKeyFile: z.string().min(1).optional(),
  privateKey: z.string().min(1).optional(),
  passwordFile: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  agent: z.string().regex(/^\//, words.noAgentSocket).optional(),
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, words.noPrintedFingerprint)
    .optional(),
} as const;

type Credentials = Partial<Record<(typeof credentials)[number], string | undefined>>;

const hasOneCredential = (ssh: Credentials) =>
  credentials.filter((name) => ssh[name] !== undefined).length === 1;

const oneCredential = {
  error: words.oneCredential,
};

const jumpSchema = z.strictObject(loginFields).refine(hasOneCredential, oneCredential);

const sshSchema = z
  .strictObject({ ...loginFields, jump: jumpSchema.optional() })
  .refine(hasOneCredential, oneCredential);

/** `local` becomes an object, so that a mistake inside `ssh` is reported where it stands. */
const viaSchema = z.preprocess(
  (via) => (via === "local" ? { local: true } : via),
  z
    .strictObject(
      { local: z.literal(true).optional(), ssh: sshSchema.optional() },
      {
        error: (issue) => (issue.code === "invalid_type" ? words.localOrSsh : undefined),
      },
    )
    .refine(({ local, ssh }) => (local === undefined) !== (ssh === undefined), {
      error: words.localOrSsh,
    }),
);

const patternSchema = z
  .string()
  .min(1)
  .refine((pattern) => pattern.split(":domain").length <= 2, {
    error: words.domainTwice,
  });

const ftpAccountSchema = z
  .strictObject({
    login: patternSchema.optional(),
    home: patternSchema.optional(),
    type: z.enum(ftpAccountTypes),
    domain: z.string().min(1).optional(),
  })
  .refine(({ login, home }) => login !== undefined || home !== undefined, {
    error: words.nothingToMatch,
  });

const seconds = z.number().min(0.1).max(3600);

/** The file without the settings of providers, which each provider checks itself. */
export const configSchema = z.strictObject({
  servers: z
    .array(
      z.strictObject({
        name: oneLine,
        via: viaSchema,
        sources: z.array(z.looseObject({ provider: z.string() })).min(1, words.namesNoSource),
      }),
    )
    .default([]),
  ftpAccounts: z.array(ftpAccountSchema).default([]),
  openIdConnect: openIdSchema.optional(),
  refresh: z
    .strictObject({
      watchedSeconds: seconds.default(1),
      unwatchedSeconds: seconds.default(30),
      timeoutSeconds: seconds.default(5),
    })
    .prefault({}),
});

const fileName = z.string().min(1).optional().catch(undefined);
const secretFiles = { privateKeyFile: fileName, passwordFile: fileName } as const;
const looseLogin = { ...secretFiles, agent: fileName } as const;
const looseJumpSchema = z.object(looseLogin).optional().catch(undefined);

/** What can be understood of a file that has mistakes, each thing in its place, so that the rest is checked too. */
export const looseConfigSchema = z
  .object({
    servers: z
      .array(
        z
          .object({
            name: z.string().nullable().catch(null),
            via: z
              .object({ ssh: z.object({ ...looseLogin, jump: looseJumpSchema }) })
              .nullable()
              .catch(null),
            sources: z
              .array(z.looseObject({ provider: z.string() }).nullable().catch(null))
              .catch([]),
          })
          .nullable()
          .catch(null),
      )
      .catch([]),
  })
  .catch({ servers: [] });

export type LooseConfig = z.output<typeof looseConfigSchema>;
export type ParsedConfig = z.output<typeof configSchema>;
export type ParsedSsh = z.output<typeof sshSchema>;
export type ParsedLogin = z.output<typeof jumpSchema>;
