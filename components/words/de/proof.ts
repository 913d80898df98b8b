import type { Words } from "@/components/words/words";
import { inMinutes } from "./in-minutes";

export const proofWords: Words["proofWords"] = {
  title: "Sind Sie es noch?",
  lead: "Sie sind schon eine Weile angemeldet. Belegen Sie noch einmal, wer Sie sind; dann macht Rollcall mit dem weiter, was Sie wollten.",
  password: "Passwort",
  code: "Code",
  codeAdvice: "Die sechs Ziffern in Ihrer Authenticator-App oder ein Ersatzcode.",
  waysLegend: "Belegen mit",
  ways: { password: "Passwort", code: "Code", passkey: "Passkey" },
  passkeyAdvice: "Als Nächstes fragt Ihr Browser nach Ihrem Passkey.",
  consent: "Weiter",
  running: "Wird geprüft…",
  noWay:
    "Sie haben sich über einen anderen Dienst angemeldet, der fragen muss, wer Sie sind. Melden Sie sich dort noch einmal an, und tun Sie es dann innerhalb von 5 Minuten.",
  signInAgain: "Noch einmal anmelden",
  wrong: {
    password: "Das ist nicht Ihr Passwort. Versuchen Sie es noch einmal.",
    code: "Dieser Code gilt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und versuchen Sie es noch einmal.",
    passkey: "Dieser Passkey gehört nicht zu diesem Konto. Wählen Sie einen anderen.",
  },
  passkeyFailed:
    "Der Browser hat keinen Passkey geliefert. Versuchen Sie es noch einmal, oder belegen Sie es auf andere Weise.",
  tooMany: (minutes) => `Zu viele Versuche. Versuchen Sie es ${inMinutes(minutes)} noch einmal.`,
  tooManyCodes: (minutes) =>
    `Zu viele falsche Codes für dieses Konto. Nehmen Sie einen Ersatzcode oder einen Passkey, oder versuchen Sie es ${inMinutes(minutes)} noch einmal.`,
  noKey:
    "Der Code kann nicht geprüft werden, weil die Schlüsseldatei von Rollcall fehlt oder eine andere ist. Nehmen Sie einen Ersatzcode oder einen Passkey, und sagen Sie dem Betreiber dieses Servers Bescheid.",
  lost: "Rollcall hat nicht geantwortet. Es wurde nichts getan; versuchen Sie es noch einmal.",
  notProven: "Es wurde nichts getan, weil Sie nicht belegt haben, wer Sie sind.",
};
