import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf, formatCount, formFor } = formats;

export const lockedWords: Words["lockedWords"] = {
  file: {
    word: "in rollcall.yaml",
    hint: "Er wird in rollcall.yaml geändert, danach wird Rollcall neu gestartet.",
  },
  found: { word: "hier gefunden", hint: "Rollcall hat selbst gefunden, was hier läuft." },
};

export const serverWords: Words["serverWords"] = {
  add: "Server hinzufügen",
  import: "Importieren",
  export: "Exportieren",
  edit: (server) => `${server} bearbeiten`,
  delete: (server) => `${server} löschen`,
  showMore: (server) => `Details zu ${server}`,
  searchAdvice: "Name, Adresse, Software…",
  noMatch: (text) => `Kein Server passt zu „${text}“.`,
  remarks: (count) => countOf(count, "Hinweis", "Hinweise"),
  thisMachine: "Dieser Rechner",
  way: (address, port) => `SSH ${address} Port ${port}`,
  jump: (host, port) => `über ${host} Port ${port}`,
  hostKey: "Hostschlüssel",
  noHostKey: "Noch kein Hostschlüssel ist akzeptiert.",
  nothingThere: "Dort wird noch nichts abgefragt.",
  nothingAdvice:
    "Bearbeiten Sie ihn, finden Sie heraus, was dort läuft, und wählen Sie, was aufgelistet wird.",
  notAskedYet: "noch nicht gefragt",
  silent: "keine Antwort",
  stale: "alte Antwort",
  sessions: (count) => countOf(count, "Sitzung", "Sitzungen"),
  sessionsNow: (count) => `jetzt ${countOf(count, "Sitzung", "Sitzungen")}`,
  cannotBeUsed: (server, problem) => `${server} ist nicht nutzbar: ${problem}.`,
  notTrusted: (server, reason) =>
    `${server} ist nicht vertrauenswürdig: ${reason}. Rollcall sendet nichts dorthin, bis jemand den Schlüssel mit dem verglichen hat, den der Server selbst anzeigt, und ihn akzeptiert hat.`,
  onlyHereTitle: "Bisher nur dieser Rechner",
  onlyHereAsk:
    "Ein Serveradministrator, der nicht nur lesen darf, kann die Server hinzufügen, die Sie sehen möchten.",
  onlyHereBody:
    "Fügen Sie die Server hinzu, deren Sitzungen Sie sehen möchten. Rollcall erreicht sie über SSH mit einem eigenen Konto; installiert wird dort nichts.",
  saved: (server) => `${server} ist gespeichert.`,
  deleted: (server) => `${server} ist gelöscht.`,
  deletedBefore: (server) => `Jemand hatte ${server} bereits gelöscht.`,
  lost: "Rollcall hat nicht geantwortet. Ob etwas gespeichert wurde, ist deshalb nicht bekannt. Schließen Sie dieses Fenster, sehen Sie in der Liste nach und versuchen Sie es dann noch einmal.",
  lostFinding:
    "Rollcall hat nicht geantwortet. Es wurde nichts geändert; versuchen Sie es noch einmal.",
};

export const serverColumnWords: Words["serverColumnWords"] = {
  server: "Server",
  way: "Erreicht über",
  health: "Zustand",
  roundTrip: "Antwortzeit",
  roundTripHint: "Wie lange die langsamste seiner Quellen zuletzt für ihre Antwort brauchte",
  runs: "Was dort läuft",
  sessions: "Sitzungen",
  actions: "Aktionen",
};

export const healthWords: Words["healthWords"] = {
  states: {
    answered: "Hat geantwortet",
    stale: "Veraltet",
    partly: "Teils ohne Antwort",
    silent: "Keine Antwort",
    notAsked: "Noch nicht gefragt",
    unusable: "Nicht nutzbar",
    nothing: "Nichts abzufragen",
  },
  counted: {
    answered: "mit Antwort",
    stale: "veraltet",
    partly: "teils ohne Antwort",
    silent: "ohne Antwort",
    notAsked: "noch nicht gefragt",
    unusable: "nicht nutzbar",
    nothing: "ohne Abfrage",
  },
  forElapsed: (elapsed) => `seit ${elapsed}`,
};

export const serverFormWords: Words["serverFormWords"] = {
  addTitle: "Server hinzufügen",
  editTitle: (server) => `${server} bearbeiten`,
  name: "Name",
  nameAdvice: "So, wie Sie ihn nennen. Der Name steht in der Spalte „Server“.",
  wayLegend: "Wie er erreicht wird",
  ways: { ssh: "Über SSH", local: "Dieser Rechner" },
  host: "Adresse",
  port: "Port",
  user: "Benutzername",
  credentialLegend: "Anmelden mit",
  credentials: { kept: "Wie gespeichert", privateKey: "Privater Schlüssel", password: "Passwort" },
  kept: {
    privateKey: "Ein privater Schlüssel ist gespeichert. Er wird nicht mehr angezeigt.",
    password: "Ein Passwort ist gespeichert. Es wird nicht mehr angezeigt.",
  },
  password: "Passwort",
  privateKey: "Privater Schlüssel",
  privateKeyNote: "einfügen oder Datei wählen",
  passphrase: "Passphrase des Schlüssels",
  passphraseNote: "(falls er eine hat)",
  sealed: "Wird verschlüsselt gespeichert und nie an einen Browser gesendet.",
  chooseFile: "Datei wählen…",
  fileTooLarge: (name) => `${name} ist zu groß, um die richtige Datei zu sein.`,
  accepted: "Akzeptierter Hostschlüssel",
  findOut: "Prüfen",
  findingOut: (server) => `${server} wird gefragt…`,
  save: "Server speichern",
  saving: "Wird gespeichert…",
};

export const findingWords: Words["findingWords"] = {
  trustTitle: "Ist das Ihr Server?",
  shows: (server) => `${server} zeigt diesen Hostschlüssel:`,
  compare:
    "Vergleichen Sie ihn mit dem, was der Server selbst ausgibt. Führen Sie dazu dies an seiner Konsole aus oder dort, wo Sie dem Weg zu ihm vertrauen; eine Zeile muss genau dieselben Zeichen enthalten:",
  onWindows: "Auf einem Windows-Server",
  notAskedYet: "Zum Anmelden wurde noch nichts gesendet.",
  accept: "Diesen Schlüssel akzeptieren",
  changedTitle: "Der Hostschlüssel hat sich geändert",
  changedBody:
    "Vielleicht ist jemand dazwischen, oder der Server wurde neu installiert. Zum Anmelden wurde nichts gesendet. Akzeptieren Sie den neuen Schlüssel nur, wenn Sie wissen, warum er sich geändert hat.",
  acceptedBefore: "Bisher akzeptiert:",
  shownNow: "Jetzt gezeigt:",
  acceptChanged: "Neuen Schlüssel akzeptieren",
  timedOut: (server, reason) =>
    `${server}: ${reason}. Sehen Sie nach, ob er läuft und ob seine Adresse stimmt, und prüfen Sie noch einmal.`,
  answeredIn: (elapsed) => `Antwort in ${elapsed}`,
  unknownSystem: "Welches System es ist, wurde nicht gesagt",
  nothingFound:
    "Soweit dieses Konto sehen darf, läuft dort nichts, was Rollcall auflistet. Wovon Sie wissen, dass es dort ist, lässt sich von Hand hinzufügen.",
  sourcesLegend: "Was aufgelistet wird",
  notFound: "Dort jetzt nicht gefunden.",
  byHand: "Von Hand hinzugefügt; gesucht wird es mit den üblichen Einstellungen.",
  addByHand: "Von Hand hinzufügen",
  add: "Hinzufügen",
  software: "Software",
};

export const serverDeleteWords: Words["serverDeleteWords"] = {
  title: (server) => `Server ${server} löschen?`,
  stops: "Dies wird nicht mehr beobachtet:",
  stopsNothing: "Dort wurde nichts beobachtet.",
  keeps:
    "Niemand wird abgemeldet, und auf dem Server ändert sich nichts. Seine Adresse, sein Hostschlüssel und die Zugangsdaten werden vergessen.",
  consent: "OK, Server löschen",
  running: "Wird gelöscht…",
};

export const serverImportWords: Words["serverImportWords"] = {
  title: "Server importieren",
  lead: "Im Format von rollcall.yaml. Ein Server, dessen Name schon gespeichert ist, wird geändert, andere kommen hinzu. Ist irgendetwas falsch, wird nichts importiert.",
  text: "Server",
  textNote: "Datei einfügen oder wählen",
  consent: "Importieren",
  running: "Wird importiert…",
  tooLong: "Der Text ist länger als 500.000 Zeichen. Importieren Sie ihn in Teilen.",
  nothing: "Fügen Sie die Server ein oder wählen Sie die Datei.",
  problems: (count) =>
    `Wegen ${formFor(count, "eines Fehlers", `${formatCount(count)} Fehlern`)} wurde nichts importiert:`,
  done: (added, changed) => `${formatCount(added)} hinzugefügt, ${formatCount(changed)} geändert.`,
  exportHint:
    "Lädt die hier hinzugefügten Server als rollcall.yaml herunter. Passwörter und Schlüssel sind nicht darin.",
  exported: "rollcall.yaml ist heruntergeladen. Passwörter und Schlüssel sind nicht darin.",
};
