import type { DomainMistake, DomainProblem } from "@/lib/sessions/domain";
import { toPlainDomain } from "@/lib/sessions/plain-domain";
import { type FtpAccountType, ftpAccountTypes } from "@/lib/sessions/session";
import type { DomainOwner } from "@/lib/store/domains";

/** What domains and accounts may refer to. */
export interface Known {
  readonly owners: ReadonlyMap<string, DomainOwner>;
  readonly servers: ReadonlySet<string>;
}

export interface Mistake extends Pick<DomainProblem, "about"> {
  readonly field: "name" | "customer" | "login" | "type" | "server";
  readonly mistake: DomainMistake;
}

export interface GivenDomain {
  readonly name: string;
  readonly plainName: string;
  readonly owner: DomainOwner;
}

export interface GivenAccount {
  readonly login: string;
  readonly server: string | null;
  readonly type: FtpAccountType;
}

type Checked<Given> =
  | { readonly status: "right"; readonly given: Given }
  | { readonly status: "wrong"; readonly mistakes: readonly Mistake[] };

export function checkDomain(
  name: string,
  customer: string,
  { owners }: Pick<Known, "owners">,
): Checked<GivenDomain> {
  const plainName = toPlainDomain(name);
  const owner = owners.get(customer);
  if (plainName !== undefined && owner) {
    const given = { name: name.trim().replace(/\.$/, "").toLowerCase(), plainName, owner };
    return { status: "right", given };
  }
  const mistakes: Mistake[] = [];
  if (plainName === undefined) {
    const mistake = name === "" ? "domain-missing" : "domain-wrong";
    mistakes.push({ field: "name", mistake, about: name });
  }
  if (!owner) {
    const mistake = customer === "" ? "customer-missing" : "customer-unknown";
    mistakes.push({ field: "customer", mistake, about: customer });
  }
  return { status: "wrong", mistakes };
}

/** As given, empty where nothing was. */
type AccountText = Readonly<Record<"login" | "type" | "server", string>>;

export function checkAccount(
  { login, type, server }: AccountText,
  { servers }: Pick<Known, "servers">,
): Checked<GivenAccount> {
  const mistakes: Mistake[] = [];
  if (!oneLine.test(login)) {
    const mistake = login === "" ? "login-missing" : "login-wrong";
    mistakes.push({ field: "login", mistake, about: login });
  }
  if (server !== "" && !servers.has(server)) {
    mistakes.push({ field: "server", mistake: "server-unknown", about: server });
  }
  const knownType = ftpAccountTypes.find((known) => known === type);
  if (!knownType) {
    const mistake = type === "" ? "type-missing" : "type-unknown";
    mistakes.push({ field: "type", mistake, about: type });
  }
  if (!knownType || mistakes.length > 0) return { status: "wrong", mistakes };
  const given = { login, server: server === "" ? null : server, type: knownType };
  return { status: "right", given };
}

/** Two accounts of one login may be on two servers. */
export function toAccountKey({ login, server }: Pick<GivenAccount, "login" | "server">): string {
  return JSON.stringify([login, server]);
}

const oneLine = /^\P{Cc}{1,200}$/u;
