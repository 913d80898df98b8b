import { formats } from "./formats";

const { countOf, formatCount } = formats;

/** The texts of the Domains page. */
export const domainWords = {
  domains: (count: number) => countOf(count, "domain", "domains"),
  add: "Add domain",
  edit: (domain: string) => `Edit ${domain}`,
  delete: (domain: string) => `Delete ${domain}`,
  searchAdvice: "Search domain, login…",
  noMatch: (text: string) => `No domain matches “${text}”.`,
  firstOf: (shown: number, found: number) =>
    `The first ${formatCount(shown)} of ${formatCount(found)}: search for others.`,
  found: (found: number, total: number) => `${formatCount(found)} of ${formatCount(total)}`,
  noneTitle: "No domains yet",
  noneAsk: "A server administrator who may act can add one.",
  noneBody:
    "A domain belongs to a customer, who then sees its FTP sessions. Its FTP accounts say which logins are of that domain.",
  columns: { domain: "Domain", customer: "Customer", accounts: "FTP accounts", actions: "Actions" },
  noAccounts: "none",
  onServer: (server: string) => `on ${server}`,
  more: (count: number) => `and ${formatCount(count)} more`,
  saved: (domain: string) => `${domain} is saved.`,
  deleted: (domain: string) => `${domain} is deleted.`,
  deletedBefore: (domain: string) => `Somebody had deleted ${domain} already.`,
  overtaken:
    "Somebody else changed this at the same time, so nothing was saved. Close this, look at the list, then try again.",
  lost: "Rollcall did not answer, so it is not known whether anything was saved. Close this, look at the list, then try again.",
  lostExport: "Rollcall did not answer. Try again when it is back.",
} as const;

export const domainFormWords = {
  addTitle: "Add a domain",
  editTitle: (domain: string) => `Edit ${domain}`,
  name: "Domain",
  customer: "Customer",
  customerAdvice: "Login of a customer or reseller, who sees the FTP sessions of this domain.",
  accounts: "FTP accounts",
  accountsLead:
    "FTP sessions with one of these logins are of this domain, whatever rollcall.yaml says of them.",
  account: (number: number) => `FTP account ${number}`,
  login: "Login",
  type: "Type",
  server: "Server",
  everyServer: "Every server",
  removeAccount: (login: string) => `Remove FTP account ${login}`.trim(),
  addAccount: "Add FTP account",
  tooMany: (count: number) =>
    `It has ${countOf(count, "FTP account", "FTP accounts")}: they are changed by importing CSV.`,
  save: "Save domain",
  saving: "Saving…",
} as const;

export const domainDeleteWords = {
  title: (domain: string) => `Delete ${domain}?`,
  loses: (customer: string) => `${customer} no longer sees its FTP sessions.`,
  accounts: (count: number) =>
    `${countOf(count, "FTP account is", "FTP accounts are")} forgotten with it.`,
  keeps: "Nobody is disconnected, and nothing changes on any server.",
  consent: "OK, delete domain",
  running: "Deleting…",
} as const;

export const domainCsvWords = {
  import: "Import",
  export: "Export",
  exportHint: "Downloads all domains and FTP accounts as domains.csv.",
  exported: "domains.csv is downloaded.",
  title: "Import domains and FTP accounts",
  lead: "CSV with the columns domain, customer, ftp_login, type and server, named in the first line. What is known already is changed, the rest is added, and nothing is deleted. When anything is wrong, nothing is imported.",
  types: (types: string) => `Types: ${types}. An empty server means every server.`,
  text: "CSV",
  textNote: "paste the file, or choose it",
  chooseFile: "Choose file…",
  check: "Check",
  checking: "Checking…",
  consent: "OK, import",
  running: "Importing…",
  nothing: "Paste the lines, or choose the file.",
  tooLong: "The text is longer than 900,000 characters. Import it in parts.",
  planned: "This would be done:",
  domainsAdded: (count: number) => `${countOf(count, "domain", "domains")} added`,
  domainsGiven: (count: number) =>
    `${countOf(count, "domain", "domains")} given to another customer`,
  accountsAdded: (count: number) => `${countOf(count, "FTP account", "FTP accounts")} added`,
  accountsChanged: (count: number) => `${countOf(count, "FTP account", "FTP accounts")} changed`,
  unchanged: (count: number) => `${countOf(count, "line", "lines")} known already`,
  done: (parts: readonly string[]) => `Imported: ${parts.join(", ")}.`,
  problems: (count: number) =>
    `Nothing was imported, for ${countOf(count, "mistake", "mistakes")}:`,
  line: (line: number, sentence: string) => `Line ${formatCount(line)}: ${sentence}`,
  moreProblems: (count: number) => `and ${formatCount(count)} more`,
} as const;
