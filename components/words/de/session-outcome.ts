import type { Words } from "@/components/words/words";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import { formats } from "./formats";
import { actionWords } from "./session-action";

const { formatCount, formFor } = formats;

type CountedStatus = Exclude<ActionOutcome["status"], "alreadyGone">;

/** "11 entfernt", "1 durch eine andere Sitzung ersetzt: an ihr wurde nichts getan" */
function counted(action: SessionAction, status: CountedStatus, count: number): string {
  const number = formatCount(count);
  switch (status) {
    case "done":
      return `${number} ${actionWords[action].done}`;
    case "replaced":
      return `${number} durch ${formFor(count, "eine andere Sitzung", "andere Sitzungen")} ersetzt: an ${formFor(count, "ihr", "ihnen")} wurde nichts getan`;
    case "unconfirmed":
      return `${number} beauftragt, aber nicht bestätigt`;
    case "refused":
      return `${number} abgelehnt`;
    case "failed":
      return `${number} nicht erreicht: nichts wurde getan`;
  }
}

export const outcomeLineWords: Words["outcomeLineWords"] = {
  counted,
  alreadyEnded: (count, by) => `${formatCount(count)} bereits ${by}`,
  alreadyGone: (count) => `${formatCount(count)} bereits weg`,
  ended: (action, operator, elapsed) =>
    `von ${operator} ${actionWords[action].done}, vor ${elapsed}`,
  lastEnded: (action, operator, elapsed) =>
    `von ${operator} ${actionWords[action].done}, zuletzt vor ${elapsed}`,
};

export const rowOutcomeWords: Words["rowOutcomeWords"] = {
  alreadyGone: "bereits weg",
  replaced: "ersetzt",
  unconfirmed: "nicht bestätigt",
  refused: "abgelehnt",
  failed: "gescheitert",
};

export const outcomeSentences: Words["outcomeSentences"] = {
  done: {
    remove: "Entfernt.",
    forceRemove: "Zwangsweise entfernt.",
    disconnect: "Getrennt.",
    logOff: "Abgemeldet.",
    reset: "Zurückgesetzt.",
    sendMessage:
      "Der Server hat die Nachricht angenommen. Ob sie gelesen wurde, ist nicht bekannt.",
  },
  alreadyEnded: (by) => `Bereits ${by}.`,
  alreadyGone: "Schon vor dem Auftrag nicht mehr da.",
  replaced:
    "Es ist inzwischen eine andere Sitzung, oder sie hat sich geändert, seit sie gelistet wurde: an ihr wurde nichts getan.",
  unconfirmed: (why) =>
    `Beauftragt, doch dann antwortete der Server nicht mehr${why}. Es kann geschehen sein.`,
  stillThere: "Beauftragt, aber sie ist noch da. Versuchen Sie es gleich noch einmal.",
  notRecorded: (why) => `Nichts wurde getan, denn Rollcall kann es nicht protokollieren${why}.`,
  notReached: (why) => `Nichts wurde getan: der Auftrag hat den Server nicht erreicht${why}.`,
  refused: {
    ownSession: "Abgelehnt: dies ist Ihre eigene Sitzung. Melden Sie sich stattdessen ab.",
    service: "Abgelehnt: Dienste und Listener werden nie beendet.",
    notAllowed: "Abgelehnt: Ihre Rolle darf das nicht.",
    unseen: "Abgelehnt: sie ist beendet, oder sie gehört nicht zu Ihnen.",
  },
  refusedByServer: (why) => `Der Server hat abgelehnt${why}.`,
};
