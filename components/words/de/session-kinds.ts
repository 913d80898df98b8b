import type { Words } from "@/components/words/words";
import { formats } from "./formats";

export const kindWords: Words["kindWords"] = {
  panel: {
    one: "Panel-Sitzung",
    many: "Panel-Sitzungen",
    empty: "Niemand ist am Panel angemeldet.",
    emptyHere: "Wo eine Antwort kam, ist niemand angemeldet.",
    noSourceTitle: "Panel-Sitzungen werden nicht gelistet",
    noSourceBody:
      "rollcall.yaml nennt seine Server ohne das Panel. Fügen Sie diese Quelle hinzu, und starten Sie neu:",
  },
  ftp: {
    one: "FTP-Sitzung",
    many: "FTP-Sitzungen",
    empty: "Niemand ist über FTP verbunden.",
    emptyHere: "Wo eine Antwort kam, ist niemand verbunden.",
    noSourceTitle: "Noch kein FTP-Server",
    noSourceBody: "Auf diesem Rechner wurde keiner gefunden, oder er ist ausgeschaltet.",
  },
  terminal: {
    one: "Terminalsitzung",
    many: "Terminalsitzungen",
    empty: "Niemand ist angemeldet.",
    emptyHere: "Wo eine Antwort kam, ist niemand angemeldet.",
    noSourceTitle: "Noch kein Server mit Terminalsitzungen",
    noSourceBody:
      "Windows-Server werden über SSH gefragt, Linux-Server danach, wer angemeldet ist.",
  },
};

export const ownFtpWords: Words["ownFtpWords"] = {
  empty: "Niemand ist über FTP mit Ihren Domains verbunden.",
  emptyHere: "Wo eine Antwort kam, ist niemand mit Ihren Domains verbunden.",
  noDomainsTitle: "Sie haben noch keine Domains",
  noDomainsBody:
    "Hier stehen die FTP-Sitzungen Ihrer Domains, sobald ein Administrator sie Ihnen zugeordnet hat.",
  noSourceBody: "Rollcall fragt noch keinen FTP-Server. Ein Administrator kann einen hinzufügen.",
};

const { countOf } = formats;

export const stateWords: Words["stateWords"] = {
  addServer: "Server hinzufügen",
  askForServer: "Ein Serveradministrator, der nicht nur lesen darf, kann einen hinzufügen.",
  review: (server) => `${server} prüfen`,
  notKnown: "Wer verbunden ist, ist nicht bekannt: kein Server antwortet.",
  partlyKnown: "Wer verbunden ist, ist nur zum Teil bekannt.",
  noMatch: (text) => (text === "" ? "Keine Sitzung passt." : `Keine Sitzung passt zu „${text}“.`),
  onlyServices: (count) =>
    `${countOf(count, "Dienst oder Listener ist", "Dienste und Listener sind")} ausgeblendet.`,
  printed: "Was der Server ausgegeben hat",
  printedBy: (server) => `Was ${server} ausgegeben hat`,
  troubles: (count) => countOf(count, "Server antwortet nicht", "Server antworten nicht"),
};
