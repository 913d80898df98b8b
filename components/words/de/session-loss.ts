import type { Words } from "@/components/words/words";

export const whereWords: Words["whereWords"] = {
  session: (id) => `Sitzung ${id}`,
  namedSession: (id, name) => `Sitzung ${id} (${name})`,
  process: (pid) => `Prozess ${pid}`,
  from: (client) => `von ${client}`,
  addressUnknown: "Adresse nicht bekannt",
  connected: (elapsed) => `vor ${elapsed} verbunden`,
  signedIn: (elapsed) => `vor ${elapsed} angemeldet`,
  signedInAsPrinted: (text) => `angemeldet ${text} nach der Uhr des Servers`,
  idle: (elapsed) => `seit ${elapsed} untätig`,
};

export const lossWords: Words["lossWords"] = {
  panel:
    "Die Seiten schließen sofort; was dort eingegeben und nicht gespeichert ist, geht verloren.",
  byForce: "Der Prozess wird beendet und kann nicht mehr aufräumen.",
  uploadCut: (file, soFar) =>
    `Das Hochladen${ofFile(file)}${inBrackets(soFar)} bricht ab und bleibt unvollständig.`,
  uploadKept: (file, soFar) =>
    `Das Hochladen${ofFile(file)}${inBrackets(soFar)} bricht ab und bleibt, wie es ist.`,
  download: (file, soFar) => `Das Herunterladen${ofFile(file)}${inBrackets(soFar)} bricht ab.`,
  leftTransfer: (file, soFar) =>
    `Der Client ist schon weg. Die Übertragung${ofFile(file)}${inBrackets(soFar)} bricht ab.`,
  clientGone: "Der Client ist schon weg; die Verbindung wird geschlossen.",
  noTransfer: "Keine Datei wird übertragen; die Verbindung wird geschlossen.",
  notTold: "Ob eine Datei übertragen wird, ist nicht bekannt; die Verbindung wird geschlossen.",
  percentSoFar: (percent) => `bisher ${percent}\u00a0%`,
  bytesSoFar: (bytes) => `bisher ${bytes}`,
  message: "Der Text erscheint auf dem Bildschirm. Nichts wird beendet.",
  disconnect: "Der Bildschirm schließt. Programme laufen weiter.",
  disconnectOf: (user) =>
    `Der Bildschirm schließt. Programme laufen weiter, und ${user} kann zu ihnen zurückkehren.`,
  closed: "Alle Programme darin werden geschlossen. Nicht Gespeichertes geht verloren.",
  deleted: "Die Sitzung wird sofort gelöscht.",
  processesEnded: "Die Prozesse werden sofort beendet und können nicht mehr aufräumen.",
  mayComeBack: (user) => `${user} kann sich wieder anmelden.`,
};

function ofFile(file: string): string {
  return file === "" ? "" : ` von ${file}`;
}

function inBrackets(soFar: string): string {
  return soFar === "" ? "" : ` (${soFar})`;
}
