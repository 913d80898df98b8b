import type { Words } from "@/components/words/words";

export const secondStepWords: Words["secondStepWords"] = {
  title: "Zweiter Faktor",
  lead: (login) => `Das Passwort von ${login} stimmt. Noch eines belegt, dass Sie es sind.`,
  code: "Code",
  codeAdvice: "Die sechs Ziffern in Ihrer Authenticator-App oder einer Ihrer Ersatzcodes.",
  submit: "Anmelden",
  submitting: "Anmeldung läuft…",
  missing: "Geben Sie einen Code ein.",
  passkey: "Passkey verwenden",
  passkeyEntry: "Stattdessen Passkey verwenden",
  passkeyAsking: "Ihr Browser fragt…",
  passkeyFailed:
    "Der Browser hat keinen Passkey geliefert. Versuchen Sie es noch einmal, oder melden Sie sich auf andere Weise an.",
  passkeyWrong:
    "Rollcall kennt diesen Passkey nicht, oder sein Konto darf sich nicht anmelden. Melden Sie sich mit Ihrem Passwort an.",
  or: "oder",
  startAgain: "Von vorn beginnen",
  full: "Es stimmte alles, aber Sie sind an so vielen Orten angemeldet, wie Ihre Rolle erlaubt. Melden Sie sich zuerst an einem davon ab oder bitten Sie einen Administrator, eine Sitzung zu beenden.",
  over: "Diese Anmeldung ist vorbei: Sie hat zu lange gedauert, oder es gab zu viele falsche Codes. Beginnen Sie von vorn.",
  wrong:
    "Dieser Code gilt nicht oder wurde schon benutzt. Warten Sie auf den nächsten oder nehmen Sie einen Ersatzcode.",
  lost: "Rollcall hat nicht geantwortet. Versuchen Sie es noch einmal.",
};

export const enrolmentWords: Words["enrolmentWords"] = {
  title: "Zweiten Faktor einrichten",
  lead: (login) =>
    `Das Passwort von ${login} hat weniger als 15 Zeichen und braucht deshalb einen zweiten Faktor. Richten Sie einen ein, oder wählen Sie ein längeres Passwort.`,
  appTitle: "Mit einer Authenticator-App",
  passkeyTitle: "Mit einem Passkey",
  passwordTitle: "Oder mit einem längeren Passwort",
  password: "Neues Passwort",
  passwordAdvice: "Mindestens 15 Zeichen; am besten ein Satz.",
  repeat: "Neues Passwort wiederholen",
  different: "Die beiden Passwörter sind nicht gleich.",
  passwordSubmit: "Passwort ändern und anmelden",
  doneTitle: "Ihr zweiter Faktor ist eingerichtet",
  doneLead: "Von jetzt an werden Sie bei jeder Anmeldung danach gefragt.",
  finish: "Weiter zu Rollcall",
};
