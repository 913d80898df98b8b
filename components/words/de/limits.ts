import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf } = formats;

export const sourceWords: Words["sourceWords"] = {
  linuxLogins: "Linux-Anmeldungen",
  anotherServer: "ein anderer Server",
  fromAnotherServer: "einem anderen Server",
};

export const limitWords: Words["limitWords"] = {
  found: (count) => countOf(count, "Sitzung", "Sitzungen"),
  mayEnd: "Rollcall darf sie beenden",
  mayNotEnd: "Rollcall darf sie nicht beenden",
  sources: {
    panel: (count) => countOf(count, "Panel", "Panels"),
    ftp: (count) => countOf(count, "FTP-Server", "FTP-Server"),
    terminal: (count) => countOf(count, "Server", "Server"),
  },
  withRemarks: (count) => `${formats.formatCount(count)} davon mit Hinweisen`,
  clear: "Entfernen",
  clearing: "Werden entfernt…",
  cleared: "Entfernt.",
  unreachable: "Rollcall hat nicht geantwortet, daher ist nicht bekannt, ob etwas entfernt wurde.",
};

export const briefLimits: Words["briefLimits"] = {
  "no-sockets": "Tempo und Fortschritt sind nur zum Teil bekannt",
  "no-process-details": "die Ordner auf dem Server sind nicht bekannt",
  "no-titles": "wer angemeldet ist, ist nicht bekannt",
  "may-not-end": "darf keine Sitzungen beenden",
  "daemon-gone": "der FTP-Server selbst läuft nicht mehr",
  fallback: "die volle Liste lässt sich nicht lesen",
  leftovers: "Einträge beendeter Sitzungen sind übrig",
  "weak-compare": "Sitzungen werden kurz vor einer Aktion verglichen, nicht mit ihr",
  "no-times": "wann sich jemand angemeldet hat, ist nicht bekannt",
};

export const limitSentences: Words["limitSentences"] = {
  "no-sockets": () =>
    "Tempo, Fortschritt und verlorene Clients sind nur so weit bekannt, wie der FTP-Server sie zählt.",
  "no-process-details": () =>
    "Die Ordner sind so, wie die Clients sie sehen; wo sie auf dem Server liegen, ist nicht bekannt.",
  "no-titles": (title) => `${title} sagt nicht, wer angemeldet ist und was diese Benutzer tun.`,
  "may-not-end": () => "Das Konto von Rollcall darf Sitzungen sehen, aber nicht beenden.",
  "daemon-gone": (title) =>
    `${title} selbst läuft nicht mehr. Seine Sitzungen laufen ohne ihn weiter.`,
  fallback: (title) =>
    `Die Sitzungsliste von ${title} lässt sich nicht lesen, daher wurde sein Statusprogramm gefragt, das weniger sagt.`,
  leftovers: (title) => `In der Liste von ${title} sind Einträge beendeter Sitzungen übrig.`,
  "weak-compare": () =>
    "Wer gemeint ist, wird direkt vor einer Aktion verglichen, nicht im selben Schritt: PowerShell wird dort nicht genutzt, oder Windows nennt keine Anmeldezeit.",
  "no-times": () =>
    "Wann sich jemand angemeldet hat, ist nicht bekannt. Eine Sitzung lässt sich nicht von der nächsten derselben Person unterscheiden, daher wird mit keiner etwas getan.",
};

export const exactLimits: Words["exactLimits"] = {
  ownLoginsOnly:
    "Das Konto von Rollcall darf seine eigenen Anmeldungen beenden, aber nicht die anderer.",
  leftovers: (count, title) =>
    `${countOf(count, "Eintrag einer beendeten Sitzung ist", "Einträge beendeter Sitzungen sind")} in der Liste von ${title} übrig.`,
};

const moreRights =
  "Das Konto von Rollcall braucht auf diesem Server mehr Rechte: die README führt sie auf.";

export const limitAdvices: Words["limitAdvices"] = {
  "no-sockets": "Installieren Sie iproute2 auf diesem Server: es bringt das Programm ss mit.",
  "no-process-details": moreRights,
  "no-titles": "Seine eigene Liste hat nicht alle; sehen Sie später noch einmal nach.",
  "may-not-end": moreRights,
  "daemon-gone":
    "Starten Sie ihn auf diesem Server wieder, oder beenden Sie die übrigen Sitzungen.",
  fallback:
    "Die Liste stammt von einer Version, die Rollcall nicht kennt: suchen Sie nach einem neueren Rollcall.",
  leftovers:
    "Es sind niemandes Sitzungen, und sie werden hier nicht gezeigt. Sie zu entfernen räumt die Liste auf.",
  "weak-compare":
    "Lassen Sie das Konto von Rollcall auf diesem Server PowerShell im vollen Sprachmodus ausführen, und lassen Sie wts in rollcall.yaml auf auto.",
  "no-times":
    "Führen Sie auf diesem Server mit dem Konto von Rollcall query user aus: es muss auflisten, wer angemeldet ist.",
};

export const sudoAdvices: Words["sudoAdvices"] = {
  "no-sockets": (helper) => soThat("sie vollständig sehen", helper),
  "no-process-details": (helper) => soThat("sie sehen", helper),
  "no-titles": (helper) => soThat("das sehen", helper),
  "may-not-end": (helper) => soThat("Sitzungen beenden", helper),
  leftovers: (helper) =>
    `Es sind niemandes Sitzungen, und sie werden hier nicht gezeigt. ${soThat("sie entfernen", helper)}`,
};

export const settingAdvice: Words["settingAdvice"] =
  "Setzen Sie dies in der Konfiguration des FTP-Servers, und starten Sie ihn neu:";

function soThat(purpose: string, helper: string): string {
  const install =
    helper === "" ? "" : `installieren Sie dort ${helper}, wie die README es beschreibt, und `;
  return `Damit Rollcall ${purpose} darf, ${install}fügen Sie auf diesem Server diese Zeile in sudoers ein (visudo):`;
}
