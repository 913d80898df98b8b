import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf, formatCount, formFor } = formats;

export const overviewWords: Words["overviewWords"] = {
  lastHour: "Letzte Stunde",
  knownSince: (clock) => `Bekannt seit ${clock}`,
  minuteByMinute: (tool) => `${tool}, Minute für Minute`,
  leastAndMost: (least, most) => `min. ${least} · max. ${most}`,
  sessions: (count) => countOf(count, "Sitzung", "Sitzungen"),
  partlyKnown: "teilweise bekannt",
  partlyKnownHint:
    "In den markierten Minuten hat nicht jeder Server geantwortet. Gezählt ist, was er zuletzt gemeldet hat.",
  notKnown: "nicht bekannt",
  tableCaption: "Sitzungen der letzten Stunde, Minute für Minute",
  time: "Zeit",
  busiestAddresses: "Adressen mit den meisten Sitzungen",
  busiestUsers: "Benutzer mit den meisten Sitzungen",
  noBusyAddress: "Keine Adresse hat mehr als eine Sitzung.",
  noBusyUser: "Kein Benutzer hat mehr als eine Sitzung.",
  noBusyAddressKnown: "Von keiner Adresse ist mehr als eine Sitzung bekannt.",
  noBusyUserKnown: "Von keinem Benutzer ist mehr als eine Sitzung bekannt.",
  mayBeMore: "Nicht jeder Server antwortet; es können mehr sein.",
  share(kind, count) {
    switch (kind) {
      case "panel":
        return `${formatCount(count)} Panel`;
      case "ftp":
        return `${formatCount(count)} FTP`;
      case "terminal":
        return `${formatCount(count)} Terminal`;
    }
  },
  sharedBy: (count, name) => `${formFor(count, "Sitzung", "Sitzungen")} von ${name}`,
  attention: "Server, die Aufmerksamkeit brauchen",
  allAnswer: (count) =>
    formFor(count, "Der Server antwortet.", `Alle ${formatCount(count)} Server antworten.`),
  checkedNow: "Gerade eben geprüft.",
  checked: (elapsed) => `Vor ${elapsed} geprüft.`,
  notAskedYet: "Noch wurde nicht jeder Server gefragt.",
  others: (count) => countOf(count, "weiterer Server", "weitere Server"),
  leads: {
    review: "Hostschlüssel prüfen",
    edit: "Bearbeiten",
    show: "Einzelheiten",
  },
  leadTo: (lead, server) => `${lead}: ${server}`,
  onlyHere: "Rollcall fragt noch keinen anderen Rechner.",
  addAdvice: "Fügen Sie die Server hinzu, deren Sitzungen Sie sehen möchten.",
  askToAdd: "Wer Server ändern darf, kann die hinzufügen, deren Sitzungen Sie sehen möchten.",
  addServer: "Server hinzufügen",
};
