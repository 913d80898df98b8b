import type { Words } from "@/components/words/words";

export const thisMachineWords: Words["thisMachineWords"] = {
  title: "Was läuft auf diesem Rechner?",
  lead: "Rollcall hat nachgesehen, was es hier auflisten kann. Schalten Sie aus, was Sie nicht sehen möchten; es gilt sofort.",
  lookAgain: "Erneut nachsehen",
  looked: "Erneut nachgesehen.",
  lost: "Rollcall hat nicht geantwortet; ob etwas geändert wurde, ist nicht bekannt. Sehen Sie erneut nach.",
  switches: "Was aufgelistet wird",
  listed: (title) => `${title} wird aufgelistet.`,
  unlisted: (title) => `${title} wird nicht mehr aufgelistet.`,
  off: "nicht aufgelistet",
  own: "Rollcall selbst",
  ownNote: "wer hier angemeldet ist, wird immer aufgelistet",
  commandLead:
    "Führen Sie dafür diesen Befehl auf diesem Rechner mit einem Konto aus, das sudo benutzen darf, und sehen Sie dann erneut nach:",
  shutIn:
    "Sudo gibt Rollcall hier keine Rechte (NoNewPrivileges, wie in seiner Unit für systemd). Fügen Sie diesen Rechner als Server über SSH mit einem eigenen Konto hinzu, und schalten Sie dies hier aus.",
  allowedLater: "Was Sie erlauben, ist auf den anderen Seiten innerhalb einer Minute bekannt.",
  absent: (titles) => `Hier nicht gefunden, soweit Rollcall nachsehen darf: ${titles}.`,
  noFtp:
    "Hier wurde kein FTP-Server gefunden, soweit Rollcall nachsehen darf. Die Seite der FTP-Sitzungen bleibt leer, bis einer läuft oder Sie einen Server mit einem hinzufügen.",
  absentLater: "Was später gestartet wird, findet Rollcall innerhalb einer halben Minute selbst.",
  nextTitle: "Wie geht es weiter?",
  nextLead:
    "Fügen Sie die Server hinzu, die Sie auch sehen möchten. Rollcall erreicht sie über SSH; dort wird nichts installiert. Diese Seite finden Sie auf der Seite „Server“ wieder.",
  addServer: "Server hinzufügen",
  seeSessions: "Sitzungen ansehen",
  byFile: "rollcall.yaml bestimmt, was von diesem Rechner aufgelistet wird.",
  byFileAdvice: "Um es zu ändern, bearbeiten Sie rollcall.yaml und starten Sie Rollcall dann neu.",
  byFileNothing:
    "Die Datei nennt nichts, was hier läuft; nur wer bei Rollcall angemeldet ist, wird aufgelistet.",
  byServer: "Ein hinzugefügter Server bestimmt, was von diesem Rechner aufgelistet wird.",
  byServerAdvice:
    "Um es zu ändern, bearbeiten Sie diesen Server. Wird er gelöscht, sieht Rollcall wieder selbst nach.",
  toServers: "Zu den Servern",
};
