import type { Words } from "@/components/words/words";

export const brokenWords: Words["brokenWords"] = {
  title: "Diese Seite ist gescheitert",
  body: "Der Fehler liegt bei Rollcall, nicht bei Ihren Servern, und mit keiner Sitzung ist etwas geschehen. Näheres steht im Log von Rollcall.",
  logNumber: "Suchen Sie im Log nach dieser Nummer:",
  again: "Noch einmal versuchen",
  noDatabaseTitle: "Rollcall kann seine Datenbank nicht nutzen",
  noDatabase:
    "Rollcall kann seine Datenbank gerade nicht nutzen, und es ist nichts geschehen. Versuchen Sie es in einer Minute noch einmal; im Log steht, warum.",
};
