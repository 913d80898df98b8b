import type { storeWords } from "@/lib/sessions/store-words";

const elsewhere = "wählen Sie mit DATABASE_URL oder ROLLCALL_DATA eine andere";

export const storeReasons: Readonly<Record<keyof typeof storeWords, string>> = {
  nothingDone: "es wurde nichts getan, weil die Datenbank von Rollcall nicht nutzbar ist: {why}",
  databaseSilent: "die Datenbank antwortet nicht",
  noFolder: `ihren Ordner gibt es nicht; legen Sie ihn an, oder ${elsewhere}`,
  isFolder: `sie ist ein Ordner; ${elsewhere}`,
  folderIsNone: `ihr Ordner ist kein Ordner; ${elsewhere}`,
  noRightToWrite: `dieses Konto darf nicht in sie schreiben; geben Sie ihm das Recht, oder ${elsewhere}`,
  readOnlySystem: `sie liegt auf einem Dateisystem, das nur lesbar ist; ${elsewhere}`,
  readOnly: `sie oder ihr Ordner ist nur lesbar; machen Sie beide beschreibbar, oder ${elsewhere}`,
  locked:
    "ein anderes Programm hält sie gesperrt; schließen Sie es und versuchen Sie es noch einmal",
  diskFull: "der Datenträger ist voll; schaffen Sie Platz und versuchen Sie es noch einmal",
  noSqlite: `sie ist keine SQLite-Datenbank; ${elsewhere}`,
  databaseDamaged: "sie ist beschädigt; stellen Sie sie aus einer Sicherung wieder her",
  diskFails: "der Datenträger antwortet nicht, wie er soll; prüfen Sie ihn und den Platz darauf",
  databaseClosed: "Rollcall hat sie geschlossen",
  auditKeyUnusable:
    "die Schlüsseldatei ist nicht nutzbar; wer Rollcall betreibt, findet den Grund in seinem Log",
  auditKeyUnreadable: "der Schlüssel dazu lässt sich nicht lesen",
  keyFileOpen:
    "seine Schlüsseldatei {path} können andere Konten lesen: Führen Sie chmod 600 dafür aus, und ändern Sie die Zugangsdaten, die sie versiegelt, wenn jemand sie gelesen haben kann",
  keyFileNotMade:
    "seine Schlüsseldatei {path} lässt sich nicht anlegen ({code}): Machen Sie ihren Ordner für dieses Konto beschreibbar, oder wählen Sie mit ROLLCALL_KEY_FILE eine andere",
  keyFileMissing:
    "seine Schlüsseldatei {path} fehlt: Stellen Sie sie aus einer Sicherung wieder her, oder geben Sie die Zugangsdaten noch einmal ein",
  keyFileUnreadable:
    "seine Schlüsseldatei {path} lässt sich nicht lesen ({code}): Geben Sie diesem Konto das Recht dazu",
  keyFileOdd:
    "seine Schlüsseldatei {path} enthält keinen Schlüssel, also keine Zeile Base64 von {bytes} Bytes: Stellen Sie die richtige aus einer Sicherung wieder her",
  sealedByOther:
    "seine Zugangsdaten lassen sich mit dem Schlüssel in {path} nicht öffnen: Legen Sie die Schlüsseldatei zurück, mit der sie gespeichert wurden, oder geben Sie sie noch einmal ein",
};
