import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf } = formats;

export const sessionWords: Words["sessionWords"] = {
  session: "Sitzung",
  sessions: "Sitzungen",
  shownOf: (shown, all) => `${shown} von ${all} gezeigt`,
  servers: (count) => countOf(count, "Server", "Server"),
  checked: (ago) => `Geprüft vor ${ago}`,
  checkedNow: "Gerade geprüft",
  notChecked: "Kein Server antwortet",
  reconnecting: "Verbindet neu…",
  reconnectingHint:
    "Rollcall selbst antwortet nicht. Die Zeilen unten stammen aus seiner letzten Antwort.",
  noLineHint: "Die Live-Verbindung ist weg. Bis sie wieder da ist, wird Rollcall alle 5 s gefragt.",
  live: "Live",
  paused: "Pause",
  pause: "Pause: nichts auf der Seite bewegt sich",
  resume: "Fortsetzen",
  pausedSince: (time) => `Pause seit ${time}`,
  newRows: (count) => `${count} neu`,
  newRowsHint:
    "Die Liste steht still, solange Sie auf sie zeigen oder etwas ausgewählt haben. Jetzt zeigen.",
  selectMatching: (count) => `Alle ${count} auswählen`,
  refresh: "Aktualisieren",
  refreshing: "Wird aktualisiert…",
  refreshed: "Geprüft.",
  search: "Suchen",
  searchAdvice: {
    panel: "Benutzer, IP, Server…",
    ftp: "Benutzer, IP, Datei, Domain…",
    terminal: "Benutzer, Domäne, Client, IP…",
  },
  clearSearch: "Suche leeren",
  clearFilters: "Filter aufheben",
  showServices: "Dienste und Listener zeigen",
  selectAll: "Alle gezeigten Sitzungen auswählen",
  select: (who) => `Sitzung von ${who} auswählen`,
  unknownUser: "unbekannter Benutzer",
  selected: (count) => `${count} ausgewählt`,
  notShown: (count) => `${count} nicht gezeigt`,
  tooMany: "höchstens 1.000 auf einmal",
  clear: "Aufheben",
  dismiss: "Schließen",
  tryAgain: "Noch einmal",
  you: "Sie",
  ended: "beendet",
  stale: "alt",
  active: "aktiv",
  since: "Seit",
  idleSince: "Untätig seit",
  idleUnder: "In der letzten Minute aktiv",
  lastAnswered: (server, ago) => `Letzte Antwort von ${server} vor ${ago}.`,
  notLoaded:
    "Dieser Teil der Seite wurde nicht geladen: Rollcall antwortet nicht oder wurde aktualisiert. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.",
};

export const columnWords: Words["columnWords"] = {
  type: "Typ",
  status: "Status",
  login: "Benutzername",
  ftpLogin: "FTP-Benutzer",
  domain: "Domain",
  location: "Aktueller Ordner",
  file: "Dateiname",
  speed: "Tempo",
  progress: "Fortschritt",
  address: "IP-Adresse",
  logon: "Anmeldung",
  idle: "Leerlauf",
  name: "Name",
  user: "Benutzer",
  server: "Server",
  client: "Client",
};

export const cardWords: Words["cardWords"] = {
  logon: "Angemeldet",
  idle: "Untätig",
};

export const unknownWords: Words["unknownWords"] = {
  noTransfer: "Keine Datei wird übertragen",
  notTold: "Der Server sagt es nicht",
  notSignedIn: "Noch nicht angemeldet",
  noDomain: "Nicht bekannt: keine Regel unter ftpAccounts in rollcall.yaml ergibt eine Domain",
  noType: "Nicht bekannt: keine Regel unter ftpAccounts in rollcall.yaml ergibt einen Typ",
  noSize: "Nur die Bytes bisher: die ganze Größe ist nicht bekannt",
  noName: "Eine getrennte Sitzung hat keinen Namen",
  noTerminal: "Diese Anmeldung hat kein Terminal",
  noUser: "Hier ist niemand angemeldet",
  notIdle: "Nicht untätig: sie arbeitet",
  missing: "Nicht bekannt: die Zeile über der Tabelle sagt, was fehlt",
};
