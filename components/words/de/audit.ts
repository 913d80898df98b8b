import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf, formatCount } = formats;

export const auditWords: Words["auditWords"] = {
  tableLabel: "Einträge im Protokoll, neueste zuerst",
  number: "Eintrag",
  time: "Zeit (UTC)",
  action: "Aktion",
  outcome: "Ergebnis",
  by: "Von",
  whom: "Betrifft",
  server: "Server",
  showMore: (seq) => `Eintrag ${formatCount(seq)} ganz zeigen`,
  recovered: "nachgesehen",
  recoveredHint:
    "Rollcall wurde mittendrin beendet und hat beim nächsten Start noch einmal nachgesehen.",
  more: (count) => `und ${formatCount(count)} weitere`,
  unreadable:
    "Dieser Eintrag ist nicht lesbar: Eine fremde Hand hat ihn geschrieben, oder ein neueres Rollcall. Prüfen Sie das Protokoll.",
  none: "Noch ist nichts aufgezeichnet.",
  noMatch: "Kein Eintrag passt.",
  clear: "Suche leeren",
  newest: "Neueste",
  newer: "Neuere",
  older: "Ältere",
  pages: "Seiten des Protokolls",
};

export const auditSearchWords: Words["auditSearchWords"] = {
  title: "Protokoll durchsuchen",
  user: "Benutzer",
  address: "IP-Adresse",
  server: "Server",
  event: "Aktion",
  anyEvent: "Jede Aktion",
  from: "Von (UTC)",
  to: "Bis (UTC)",
  submit: "Suchen",
  intents: "Auch zeigen, was angefordert wurde",
  what: "Alle Treffer, älteste zuerst",
  csv: "CSV",
  jsonLines: "JSON Lines",
};

export const auditStandingWords: Words["auditStandingWords"] = {
  verify: "Jetzt prüfen",
  verifying: "Wird geprüft…",
  notYet: "Seit dem Start von Rollcall nicht geprüft.",
  ago: (elapsed) => `Vor ${elapsed} geprüft.`,
  now: "Gerade eben geprüft.",
  lost: "Rollcall hat nicht geantwortet. Versuchen Sie es noch einmal.",
};

export const auditDetailWords: Words["auditDetailWords"] = {
  entry: "Eintrag",
  time: "Zeit",
  kind: "Art",
  by: "Von",
  byAddress: "Von Adresse",
  whom: "Betrifft",
  whomAddress: "Adresse",
  server: "Server",
  source: "Quelle",
  outcome: "Ergebnis",
  reason: "Grund",
  code: "Code",
  previousCode: "Code davor",
  rest: "Was noch bekannt ist",
  wholeAct: "Den ganzen Vorgang zeigen",
};

export const auditActorWords: Words["auditActorWords"] = {
  itself: "Rollcall selbst",
  environment: "Umgebungsvariablen",
  setUpLink: "Einrichtungslink",
  token: (name) => `Token ${name}`,
  console: (account) => `Konsole ${account}`,
};

export const auditFindingWords: Words["auditFindingWords"] = {
  holds: (count) =>
    `Das Protokoll ist unversehrt: ${countOf(count, "Eintrag", "Einträge")}, jeder so, wie er geschrieben wurde.`,
  holdsNone: "Das Protokoll hat noch keine Einträge.",
  altered: (seq) =>
    `Eintrag ${seq} wurde verändert: Was er sagt, passt nicht zu dem Code, mit dem er geschrieben wurde.`,
  missing: (seq) => `Eintrag ${seq} fehlt: Jemand hat ihn entfernt.`,
  missingMany: (seq, through) =>
    `Die Einträge ${seq} bis ${through} fehlen: Jemand hat sie entfernt.`,
  cutOff: (seq, from, known) =>
    `Das Protokoll ist abgeschnitten: Eintrag ${seq} und was danach kam fehlen, obwohl ${from} es bis Eintrag ${known} kennt.`,
  rewritten: (seq, from) =>
    `Das Protokoll wurde neu geschrieben: Eintrag ${seq} ist ein anderer, als ${from} kennt.`,
  foreign: (seq) =>
    `Das Protokoll wurde neu geschrieben: Ab Eintrag ${seq} stammt es von einem anderen Schlüssel oder aus einem anderen Protokoll.`,
  headDamaged: (file) =>
    `Die Einträge passen zueinander, aber ${file}, worin steht, wie weit sie gingen, ist beschädigt: Vergleichen Sie die letzten mit dem Log.`,
  headMissing: (file) =>
    `Die Einträge passen zueinander, aber ${file}, worin steht, wie weit sie gingen, fehlt; darum können auch die letzten fehlen. Geben Sie das Log mit --log an oder einen Kopf mit --head.`,
};
