import { z } from "zod";
import { type FtpAccountType, ftpAccountTypes } from "./session";

/** A page does not carry more accounts of one domain: what has more is changed by CSV. */
export const mostAccountsInForm = 100;
/** A page shows no more domains: others are searched for. */
export const mostDomainsShown = 100;
/** In letters: a request to Rollcall holds a million bytes. */
export const longestDomainsCsv = 900_000;

/** A domain as it is added or changed on the page. */
export const domainDraftSchema = z.strictObject({
  /** Null for a new one. */
  id: z.string().max(100).nullable(),
  name: z.string().trim().max(300),
  /** Login of the customer or reseller it belongs to. */
  customer: z.string().trim().max(300),
  /** Null: they stay as they are. */
  accounts: z
    .array(
      z.strictObject({
        login: z.string().trim().max(300),
        /** Null: on every server. */
        server: z.string().max(300).nullable(),
        type: z.enum(ftpAccountTypes),
      }),
    )
    .max(mostAccountsInForm)
    .nullable(),
});
export type DomainDraft = z.infer<typeof domainDraftSchema>;

export interface KnownDomain {
  readonly id: string;
  readonly name: string;
  /** Login of whom it belongs to. */
  readonly customer: string;
  /** The first by login, as many as a form takes. */
  readonly accounts: readonly DomainAccount[];
  readonly accountCount: number;
}

export interface DomainAccount {
  readonly login: string;
  readonly server: string | null;
  readonly type: FtpAccountType;
}

export interface DomainsAnswer {
  /** The first by name. */
  readonly domains: readonly KnownDomain[];
  /** How many match the search. */
  readonly found: number;
  readonly total: number;
  /** Logins that a domain may belong to. */
  readonly customers: readonly string[];
  readonly servers: readonly string[];
}

/**
 * What is wrong with a domain or an account.
 *
 * - `customer-differs`, `login-twice`: from what an earlier line or row says
 * - `taken`: by another domain, or as an account of another domain
 */
export type DomainMistake =
  | "domain-missing"
  | "domain-wrong"
  | "customer-missing"
  | "customer-unknown"
  | "customer-differs"
  | "login-missing"
  | "login-wrong"
  | "login-twice"
  | "type-missing"
  | "type-unknown"
  | "server-unknown"
  | "taken";

export interface DomainProblem {
  /** `name`, `customer`, `accounts.3.login`. */
  readonly path: string;
  readonly mistake: DomainMistake;
  /** What was given, or what it collides with. */
  readonly about: string;
}

export type DomainSaved =
  | { readonly status: "saved" }
  /** Somebody else removed it, or took the name or an account at the same time. */
  | { readonly status: "overtaken" }
  | { readonly status: "refused"; readonly problems: readonly DomainProblem[] };

/** Also what is wrong with the file as such. */
export interface CsvProblem {
  readonly line: number;
  readonly mistake:
    | DomainMistake
    | "empty"
    | "column-missing"
    | "column-unknown"
    | "cells"
    | "quotes";
  readonly about: string;
}

export interface DomainsImport {
  /** `checked`: nothing was written yet. */
  readonly status: "checked" | "written" | "overtaken" | "refused";
  readonly domainsAdded: number;
  /** To another customer. */
  readonly domainsGiven: number;
  readonly accountsAdded: number;
  readonly accountsChanged: number;
  /** Lines that say what is known already. */
  readonly unchanged: number;
  /** The first by line. */
  readonly problems: readonly CsvProblem[];
  readonly problemCount: number;
}
