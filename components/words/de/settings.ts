import type { Words } from "@/components/words/words";

export const settingsWords: Words["settingsWords"] = {
  sessions: "Panel-Sitzungen",
  lead: "Wie lange eine Anmeldung bei Rollcall gilt, je Rolle. Was verkürzt wird, beendet sofort die offenen Sitzungen, die damit vorbei sind.",
  idle: "Längstens untätig",
  minutes: "in Minuten",
  lasts: "Längstens insgesamt",
  hours: "in Stunden",
  atOnce: "Sitzungen zugleich",
  atOnceAdvice: "Leer: beliebig viele. Sitzungen, die schon offen sind, bleiben.",
  whenFull: "Bei einer weiteren",
  whenFullChoices: { refuse: "Ablehnen", "end-oldest": "Älteste beenden" },
  save: "Speichern",
  saving: "Wird gespeichert…",
  saved: "Gespeichert. Es gilt ab jetzt.",
  lost: "Rollcall hat nicht geantwortet; ob gespeichert wurde, ist nicht bekannt. Laden Sie die Seite neu und sehen Sie nach.",
  mistakes: "Nichts wurde gespeichert: Einige Zahlen sind nicht möglich.",
  onlySeen: "Sie dürfen die Einstellungen sehen, aber nicht ändern.",
  problems: {
    idleMinutes: "Geben Sie eine ganze Zahl von 1 bis 10.080 ein; das ist eine Woche.",
    lastsHours: "Geben Sie eine ganze Zahl von 1 bis 168 ein; das ist eine Woche.",
    atOnce: "Geben Sie eine ganze Zahl von 1 bis 1.000 ein, oder nichts.",
  },
};
