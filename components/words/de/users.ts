import type { Words } from "@/components/words/words";
import type { Role } from "@/lib/sessions/session";
import { formats } from "./formats";

const { countOf, formFor } = formats;

export const userWords: Words["userWords"] = {
  users: (count) => countOf(count, "Benutzer", "Benutzer"),
  add: "Benutzer hinzufügen",
  edit: (login) => `${login} ändern`,
  setPassword: (login) => `Passwort für ${login} setzen`,
  resetFactors: (login) => `Zweiten Faktor von ${login} zurücksetzen`,
  disable: (login) => `${login} sperren`,
  enable: (login) => `${login} entsperren`,
  remove: (login) => `${login} löschen`,
  searchAdvice: "Benutzer, Name, Eigentümer…",
  noMatch: (text) => `Kein Benutzer passt zu „${text}“.`,
  firstOf: (shown, matching) =>
    `Die ersten ${shown} von ${matching}. Suchen Sie, um andere zu finden.`,
  ownedBy: (owner) => `von ${owner}`,
  sessions: (count) => countOf(count, "Sitzung", "Sitzungen"),
  you: "Sie",
  viewer: "Nur lesend",
  viewerHint: "Sieht, was die Rolle sieht, und ändert nichts.",
  disabled: "Gesperrt",
  noPassword: "Kein Passwort",
  noPasswordHint: "Meldet sich nur über OpenID Connect an.",
  hasFactor: "Ja",
  hasNoFactor: "Nein",
  never: "Nie",
  ago: (elapsed) => `vor ${elapsed}`,
  lastSignIn: "Letzte Anmeldung",
  lost: "Rollcall hat nicht geantwortet; ob etwas geändert wurde, ist nicht bekannt. Schließen Sie dieses Fenster, sehen Sie in der Liste nach und versuchen Sie es dann noch einmal.",
  gone: (login) =>
    `Jemand hat ${login} gelöscht. Schließen Sie dieses Fenster und sehen Sie in der Liste nach.`,
  lastAdministrator: (login) =>
    `${login} ist der letzte Serveradministrator, der handeln darf. Fügen Sie zuerst einen anderen hinzu.`,
  owns: (login, names) =>
    `${formats.listNames(names)} ${formFor(names.length, "gehört", "gehören")} noch ${login}. Legen Sie dafür zuerst einen anderen Eigentümer fest, oder löschen Sie dies.`,
  sessionsEnd: (login, count) =>
    count === 0
      ? `${login} ist jetzt nicht angemeldet.`
      : `${countOf(count, "Sitzung", "Sitzungen")} von ${login} ${formFor(count, "endet", "enden")} sofort, auf jeder offenen Seite.`,
};

export const userColumnWords: Words["userColumnWords"] = {
  user: "Benutzer",
  name: "Name",
  role: "Rolle",
  owner: "Eigentümer",
  standing: "Status",
  factor: "Zweiter Faktor",
  sessions: "Sitzungen",
  lastSignIn: "Letzte Anmeldung",
  actions: "Aktionen",
};

const accusative: Record<Role, string> = {
  "server-administrator": "Serveradministrator",
  reseller: "Reseller",
  customer: "Kunden",
  "mailbox-owner": "Postfachinhaber",
};

export const userFormWords: Words["userFormWords"] = {
  addTitle: "Benutzer hinzufügen",
  editTitle: (login) => `${login} ändern`,
  login: "Benutzername",
  loginAdvice: "Er lässt sich später nicht ändern.",
  name: "Name",
  email: "E-Mail-Adresse",
  optional: "(freiwillig)",
  role: "Rolle",
  owner: "Eigentümer",
  ownerNote: {
    customer: "(Benutzername eines Resellers, freiwillig)",
    "mailbox-owner": "(Benutzername eines Kunden, freiwillig)",
  },
  viewer: "Nur lesend",
  viewerAdvice: "Sieht, was die Rolle sieht, und beendet und ändert nichts.",
  ownRights: "Was Sie selbst dürfen, muss ein anderer Serveradministrator ändern.",
  password: "Passwort",
  passwordAdvice:
    "Mindestens 15 Zeichen. Mit 8 bis 14 wird bei der nächsten Anmeldung ein zweiter Faktor eingerichtet.",
  save: "Benutzer speichern",
  saving: "Wird gespeichert…",
  added: (login) => `${login} ist hinzugefügt.`,
  changed: (login) => `${login} ist geändert.`,
  loginTaken: (login) => `Einen Benutzer ${login} gibt es schon.`,
  ownerUnfit: (login, role) => `Es gibt keinen ${accusative[role]} mit dem Benutzernamen ${login}.`,
  sessionsEnd: (count) =>
    `Das Speichern beendet sofort ${countOf(count, "Sitzung", "Sitzungen")} dieses Benutzers.`,
};

export const userPasswordWords: Words["userPasswordWords"] = {
  title: (login) => `Passwort für ${login} setzen?`,
  password: "Neues Passwort",
  consent: "Passwort setzen",
  running: "Wird gesetzt…",
  done: (login) => `${login} hat ein neues Passwort.`,
};

export const userConsentWords: Words["userConsentWords"] = {
  disable: {
    title: (login) => `${login} sperren?`,
    lost: (login) =>
      `${login} kann sich nicht anmelden, bis die Sperre aufgehoben wird. Sonst geht nichts verloren.`,
    consent: "OK, Benutzer sperren",
    running: "Wird gesperrt…",
    done: (login) => `${login} ist gesperrt.`,
  },
  enable: {
    title: (login) => `${login} entsperren?`,
    lost: (login) => `${login} kann sich wieder anmelden, wie zuvor.`,
    consent: "OK, Benutzer entsperren",
    running: "Wird entsperrt…",
    done: (login) => `${login} darf sich wieder anmelden.`,
  },
  resetFactors: {
    title: (login) => `Zweiten Faktor von ${login} zurücksetzen?`,
    lost: (login) =>
      `Die Authenticator-App, die Passkeys und die Ersatzcodes von ${login} werden vergessen. Vergewissern Sie sich, dass es ${login} ist, der darum bittet.`,
    consent: "OK, zweiten Faktor zurücksetzen",
    running: "Wird zurückgesetzt…",
    done: (login) => `Der zweite Faktor von ${login} ist zurückgesetzt.`,
  },
  remove: {
    title: (login) => `${login} löschen?`,
    lost: (login) =>
      `Das Passwort und die zweiten Faktoren von ${login} werden endgültig vergessen. Im Protokoll bleibt, was ${login} getan hat. Der Benutzername ist danach für andere frei.`,
    consent: "OK, Benutzer löschen",
    running: "Wird gelöscht…",
    done: (login) => `${login} ist gelöscht.`,
  },
};
