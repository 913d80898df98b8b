import type { Words } from "@/components/words/words";

export const failureSentences: Words["failureSentences"] = {
  unreachable: ({ server, reason }) =>
    `${server} kann nicht gefragt werden: ${reason}. Prüfen Sie, ob der Server läuft und seine Adresse stimmt.`,
  "timed-out": ({ server, reason }) =>
    `${toNoAnswer(server, reason)}. Prüfen Sie die Last des Servers und das Netz; Rollcall fragt weiter.`,
  "not-trusted": ({ server, reason }) =>
    `${server} gilt nicht als vertrauenswürdig: ${reason}. Vergleichen Sie den Fingerabdruck mit dem, den der Server selbst zeigt, und führen Sie dann aus: npm run rollcall -- trust ${server} --accept <fingerprint>`,
  refused: ({ server, reason }) =>
    `${server} hat es nicht erlaubt: ${reason}. Prüfen Sie das Konto, das Rollcall dort nutzt, dessen Schlüssel oder Passwort und dessen Rechte.`,
  "tool-missing": ({ server, reason, hasPath }) =>
    `Auf ${server} fehlt ein Programm: ${reason}. ${hasPath ? "Installieren Sie es, oder setzen Sie seinen Pfad in rollcall.yaml." : "Installieren Sie es dort."}`,
  unreadable: ({ server, reason, isPrinted }) =>
    `Die Antwort von ${server} lässt sich nicht lesen: ${reason}. ${isPrinted ? "Was der Server ausgegeben hat, steht darunter." : "Um sie noch einmal zu sehen, führen Sie aus: npm run rollcall -- check"}`,
  "too-large": ({ server, reason, provider }) =>
    `${server} hat mehr gesendet, als Rollcall liest: ${reason}. Sehen Sie auf dem Server selbst nach, was die Liste von ${provider} füllt.`,
  "not-recorded": ({ server, reason }) =>
    `${server} wurde nicht gefragt, weil es sich nicht protokollieren lässt: ${reason}.`,
};

export const untoldFailures: Words["untoldFailures"] = {
  late: (server) =>
    `Keine rechtzeitige Antwort von ${server}, daher ist nicht bekannt, was dort vorgeht. Rollcall fragt weiter.`,
  other: (server) =>
    `Von ${server} ist jetzt keine Antwort zu bekommen, daher ist nicht bekannt, was dort vorgeht. Rollcall fragt weiter.`,
};

const noAnswer = "keine Antwort";

function toNoAnswer(server: string, reason: string): string {
  return reason.startsWith(noAnswer)
    ? `Keine Antwort von ${server}${reason.slice(noAnswer.length)}`
    : `${server} hat nicht rechtzeitig geantwortet: ${reason}`;
}
