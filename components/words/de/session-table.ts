import type { Words } from "@/components/words/words";

export const filterWords: Words["filterWords"] = {
  shortTitles: new Map([["domain", "Domain"]]),
  unknown: "Nicht bekannt",
  clear: "Aufheben",
};

export const layoutWords: Words["layoutWords"] = {
  columns: "Spalten",
  density: "Höhe der Zeilen",
  comfortable: "Bequem",
  compact: "Kompakt",
};

export const exportWords: Words["exportWords"] = {
  title: "Exportieren",
  what: (sessions) => `${sessions}, wie jetzt gelistet`,
  csv: "CSV, für eine Tabellenkalkulation",
  json: "JSON",
  saved: (sessions) => `${sessions} exportiert.`,
  lost: "Rollcall hat nicht geantwortet. Versuchen Sie es noch einmal, wenn es wieder da ist.",
};

export const keyWords: Words["keyWords"] = {
  title: "Tasten",
  hint: "Tasten: ?",
  shift: "Umschalt",
  delete: "Entf",
  does: {
    search: "Suchen",
    move: "Von Zeile zu Zeile gehen",
    select: "Die Zeile auswählen",
    selectRange: "Alle Zeilen bis zu dieser auswählen",
    open: "Die Einzelheiten öffnen",
    act: "Nach der Hauptaktion für die Auswahl fragen",
    refresh: "Aktualisieren",
    pause: "Pausieren oder fortsetzen",
    back: "Zurück: Einzelheiten schließen, Zeile verlassen, Auswahl aufheben",
    list: "Diese Liste zeigen",
  },
};
