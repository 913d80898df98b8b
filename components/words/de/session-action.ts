import type { Words } from "@/components/words/words";
import type { SessionKind } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { formats } from "./formats";
import { kindWords } from "./session-kinds";

const { countOf, formatCount, formFor } = formats;

export const actionWords: Words["actionWords"] = {
  remove: {
    button: "Entfernen",
    running: "Wird entfernt…",
    done: "entfernt",
    asked: "Entfernen",
  },
  forceRemove: {
    button: "Entfernen",
    running: "Wird zwangsweise entfernt…",
    done: "zwangsweise entfernt",
    asked: "Zwangsweise entfernen",
  },
  disconnect: { button: "Trennen", running: "Wird getrennt…", done: "getrennt", asked: "Trennen" },
  logOff: {
    button: "Abmelden",
    running: "Wird abgemeldet…",
    done: "abgemeldet",
    asked: "Abmelden",
  },
  reset: {
    button: "Zurücksetzen",
    running: "Wird zurückgesetzt…",
    done: "zurückgesetzt",
    asked: "Zurücksetzen",
  },
  sendMessage: {
    button: "Nachricht senden",
    running: "Wird gesendet…",
    done: "gesendet",
    asked: "Nachricht senden",
  },
};

export const forceWords: Words["forceWords"] = {
  forceRemove: "Erzwingen…",
  reset: "Zurücksetzen…",
};

const verbs: Record<Exclude<SessionAction, "sendMessage">, string> = {
  remove: "entfernen",
  forceRemove: "zwangsweise entfernen",
  disconnect: "trennen",
  logOff: "abmelden",
  reset: "zurücksetzen",
};

/** "1 FTP-Sitzung von anna entfernen?", "Nachricht an 2 Sitzungen senden?" */
function question(
  action: SessionAction,
  kind: SessionKind,
  count: number,
  user: string | null,
): string {
  const owner = user === null ? "" : ` von ${user}`;
  if (action === "sendMessage") {
    return `Nachricht an ${countOf(count, "Sitzung", "Sitzungen")}${owner} senden?`;
  }
  const object = countOf(count, kindWords[kind].one, kindWords[kind].many);
  return `${object}${owner} ${verbs[action]}?`;
}

/** "OK, Sitzung entfernen", "OK, Nachricht an 2 Sitzungen senden". */
function consent(action: SessionAction, count: number): string {
  const object = formFor(count, "Sitzung", `${formatCount(count)} Sitzungen`);
  return action === "sendMessage"
    ? `OK, Nachricht an ${object} senden`
    : `OK, ${object} ${verbs[action]}`;
}

export const dialogWords: Words["dialogWords"] = {
  question,
  consent,
  close: "Schließen",
  reason: "Grund",
  reasonNote: "(freiwillig, steht dann im Protokoll)",
  typeNumber: (count) => `Zur Bestätigung ${count} eingeben`,
  many: {
    remove: "Die Verbindungen werden sofort geschlossen. Alle können sich wieder anmelden.",
    forceRemove:
      "Die Prozesse werden sofort beendet und können nicht mehr aufräumen: Was hochgeladen wird, bleibt, wie es ist. Alle können sich wieder anmelden.",
    disconnect: "Die Programme laufen weiter, und die Benutzer können zu ihnen zurückkehren.",
    logOff: "Alle Programme darin werden geschlossen. Nicht Gespeichertes geht verloren.",
    reset:
      "Die Sitzungen enden sofort, mit allen Programmen darin. Nicht Gespeichertes geht verloren.",
    sendMessage: "Der Text erscheint auf den Bildschirmen. Nichts wird beendet.",
  },
  leftOut: (count) =>
    `${countOf(count, "weitere ist ausgewählt und wird ausgelassen", "weitere sind ausgewählt und werden ausgelassen")}:`,
  message: "Nachricht",
  messageNote: (length, most) => `${formatCount(length)} von ${formatCount(most)}`,
  messageTooLong: (most) => `Eine Nachricht hat höchstens ${formatCount(most)} Zeichen.`,
  messageUnseen:
    "Eine Nachricht darf keine Tabulatoren und andere Steuerzeichen enthalten, nur Zeilenumbrüche.",
  progress: (known, all) => `${formatCount(known)} von ${formatCount(all)}`,
  unknown: "Was daraus geworden ist, ist nicht bekannt.",
  lost: (unknown, all) =>
    unknown === all
      ? "Rollcall hat nicht geantwortet, daher ist nicht bekannt, ob etwas geschehen ist. Versuchen Sie es noch einmal, wenn es wieder da ist."
      : `Rollcall antwortet nicht mehr, daher ist nicht bekannt, was aus ${formatCount(unknown)} von ${formatCount(all)} geworden ist. Versuchen Sie es noch einmal, wenn es wieder da ist.`,
  outdated:
    "Rollcall wurde aktualisiert, nachdem diese Seite geöffnet wurde, und nichts ist geschehen. Laden Sie die Seite neu, und versuchen Sie es dann noch einmal.",
};
