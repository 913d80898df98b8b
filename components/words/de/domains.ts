import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf, formatCount } = formats;

export const domainWords: Words["domainWords"] = {
  domains: (count) => countOf(count, "Domain", "Domains"),
  add: "Domain hinzufügen",
  edit: (domain) => `${domain} bearbeiten`,
  delete: (domain) => `${domain} löschen`,
  searchAdvice: "Domain, Benutzer suchen…",
  noMatch: (text) => `Keine Domain passt zu „${text}“.`,
  firstOf: (shown, found) =>
    `Die ersten ${formatCount(shown)} von ${formatCount(found)}: Suchen Sie nach den anderen.`,
  found: (found, total) => `${formatCount(found)} von ${formatCount(total)}`,
  noneTitle: "Noch keine Domains",
  noneAsk: "Ein Serveradministrator, der nicht nur lesen darf, kann eine hinzufügen.",
  noneBody:
    "Eine Domain gehört einem Kunden, der dann ihre FTP-Sitzungen sieht. Ihre FTP-Konten sagen, welche Benutzernamen zu der Domain gehören.",
  columns: { domain: "Domain", customer: "Kunde", accounts: "FTP-Konten", actions: "Aktionen" },
  noAccounts: "keine",
  onServer: (server) => `auf ${server}`,
  more: (count) => `und ${formatCount(count)} weitere`,
  saved: (domain) => `${domain} ist gespeichert.`,
  deleted: (domain) => `${domain} ist gelöscht.`,
  deletedBefore: (domain) => `Jemand hatte ${domain} bereits gelöscht.`,
  overtaken:
    "Jemand anderes hat dies zur selben Zeit geändert; darum wurde nichts gespeichert. Schließen Sie dieses Fenster, sehen Sie in der Liste nach und versuchen Sie es dann noch einmal.",
  lost: "Rollcall hat nicht geantwortet. Ob etwas gespeichert wurde, ist deshalb nicht bekannt. Schließen Sie dieses Fenster, sehen Sie in der Liste nach und versuchen Sie es dann noch einmal.",
  lostExport:
    "Rollcall hat nicht geantwortet. Versuchen Sie es noch einmal, wenn es wieder da ist.",
};

export const domainFormWords: Words["domainFormWords"] = {
  addTitle: "Domain hinzufügen",
  editTitle: (domain) => `${domain} bearbeiten`,
  name: "Domain",
  customer: "Kunde",
  customerAdvice:
    "Benutzername eines Kunden oder Resellers, der die FTP-Sitzungen dieser Domain sieht.",
  accounts: "FTP-Konten",
  accountsLead:
    "FTP-Sitzungen mit einem dieser Benutzernamen gehören zu dieser Domain, was auch immer rollcall.yaml über sie sagt.",
  account: (number) => `FTP-Konto ${number}`,
  login: "Benutzername",
  type: "Typ",
  server: "Server",
  everyServer: "Alle Server",
  removeAccount: (login) => (login === "" ? "FTP-Konto entfernen" : `FTP-Konto ${login} entfernen`),
  addAccount: "FTP-Konto hinzufügen",
  tooMany: (count) =>
    `Sie hat ${countOf(count, "FTP-Konto", "FTP-Konten")}: Ändern Sie sie durch einen CSV-Import.`,
  save: "Domain speichern",
  saving: "Wird gespeichert…",
};

export const domainDeleteWords: Words["domainDeleteWords"] = {
  title: (domain) => `${domain} löschen?`,
  loses: (customer) => `${customer} sieht die FTP-Sitzungen dieser Domain nicht mehr.`,
  accounts: (count) =>
    `${countOf(count, "FTP-Konto wird", "FTP-Konten werden")} damit auch vergessen.`,
  keeps: "Niemand wird getrennt, und auf keinem Server ändert sich etwas.",
  consent: "OK, Domain löschen",
  running: "Wird gelöscht…",
};

export const domainCsvWords: Words["domainCsvWords"] = {
  import: "Importieren",
  export: "Exportieren",
  exportHint: "Lädt alle Domains und FTP-Konten als domains.csv herunter.",
  exported: "domains.csv ist heruntergeladen.",
  title: "Domains und FTP-Konten importieren",
  lead: "CSV mit den Spalten domain, customer, ftp_login, type und server, in der ersten Zeile benannt. Was schon bekannt ist, wird geändert, der Rest hinzugefügt und nichts gelöscht. Ist etwas falsch, wird nichts importiert.",
  types: (types) => `Typen: ${types}. Ohne Server gilt die Zeile für alle Server.`,
  text: "CSV",
  textNote: "einfügen oder Datei wählen",
  chooseFile: "Datei wählen…",
  check: "Prüfen",
  checking: "Wird geprüft…",
  consent: "OK, importieren",
  running: "Wird importiert…",
  nothing: "Fügen Sie die Zeilen ein oder wählen Sie die Datei.",
  tooLong: "Der Text ist länger als 900.000 Zeichen. Importieren Sie ihn in Teilen.",
  planned: "Dies würde geschehen:",
  domainsAdded: (count) => `${countOf(count, "Domain", "Domains")} hinzugefügt`,
  domainsGiven: (count) => `${countOf(count, "Domain", "Domains")} an einen anderen Kunden gegeben`,
  accountsAdded: (count) => `${countOf(count, "FTP-Konto", "FTP-Konten")} hinzugefügt`,
  accountsChanged: (count) => `${countOf(count, "FTP-Konto", "FTP-Konten")} geändert`,
  unchanged: (count) => `${countOf(count, "Zeile", "Zeilen")} schon bekannt`,
  done: (parts) => `Importiert: ${parts.join(", ")}.`,
  problems: (count) => `Nichts wurde importiert, wegen ${countOf(count, "Fehler", "Fehlern")}:`,
  line: (line, sentence) => `Zeile ${formatCount(line)}: ${sentence}`,
  moreProblems: (count) => `und ${formatCount(count)} weitere`,
};
