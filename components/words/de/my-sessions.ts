import type { Words } from "@/components/words/words";
import { formats } from "./formats";

const { countOf, formatCount, formFor } = formats;

export const mySessionWords: Words["mySessionWords"] = {
  title: "Meine Sitzungen",
  lead: "Wo Sie bei Rollcall angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.",
  openTitle: "Jetzt angemeldet",
  endedTitle: "Zuletzt beendet",
  nothingEnded: "Noch keine ist beendet.",
  unknownBrowser: "Unbekannter Browser",
  on: (browser, system) => `${browser} auf ${system}`,
  thisOne: "Diese Sitzung",
  from: "von",
  through: (peer) => `über ${peer}`,
  since: (elapsed) => `angemeldet vor ${elapsed}`,
  signedIn: "Angemeldet",
  ago: (elapsed) => `vor ${elapsed}`,
  activeNow: "gerade aktiv",
  active: (elapsed) => `zuletzt aktiv vor ${elapsed}`,
  lastActive: "Zuletzt aktiv",
  ended: "Beendet",
  end: "Beenden",
  endOf: (what) => `Sitzung beenden: ${what}`,
  endOthers: "Alle anderen beenden",
  endTitle: (count) =>
    formFor(count, "Diese Sitzung beenden?", `${formatCount(count)} Sitzungen beenden?`),
  endBody: "Jede Seite, die dort offen ist, wechselt sofort zur Anmeldung.",
  consent: (count) => formFor(count, "OK, Sitzung beenden", "OK, Sitzungen beenden"),
  running: "Wird beendet…",
  done: (count) => `${countOf(count, "Sitzung", "Sitzungen")} beendet.`,
  lost: "Rollcall hat nicht geantwortet; ob etwas beendet wurde, ist nicht bekannt. Schließen Sie dies und sehen Sie in der Liste nach.",
};

export const ownSessionWords: Words["ownSessionWords"] = {
  signedInWith: new Map([
    ["password", "mit Passwort"],
    ["password+totp", "mit Passwort und Code"],
    ["password+backup-code", "mit Passwort und Ersatzcode"],
    ["password+passkey", "mit Passwort und Passkey"],
    ["passkey", "mit Passkey"],
    ["openid", "mit OpenID Connect"],
  ]),
  endedByYou: "von Ihnen beendet",
  endedByAdministrator: "durch einen Administrator beendet",
  endedWhy: new Map([
    ["signed-out", "abgemeldet"],
    ["expired", "zu lange ohne Aktivität oder zu lange angemeldet"],
    ["password-changed", "Passwort geändert"],
    ["role-changed", "Rolle oder Rechte geändert"],
    ["disabled", "Benutzer gesperrt"],
    ["too-many", "mehr Sitzungen als zugleich erlaubt"],
    ["factors-changed", "zweite Faktoren geändert"],
  ]),
  endedSomehow: "beendet",
  byAdministrator: (why) => `${why} durch einen Administrator`,
};
