import type { Words } from "@/components/words/words";

export const openIdWords: Words["openIdWords"] = {
  or: "oder",
  problems: {
    unreachable:
      "Der Anmeldedienst hat nicht geantwortet. Niemand wurde angemeldet; versuchen Sie es gleich noch einmal, oder melden Sie sich mit Ihrem Passwort an.",
    denied:
      "Der Anmeldedienst hat nicht bestätigt, wer Sie sind. Versuchen Sie es noch einmal, oder fragen Sie seinen Administrator.",
    refused:
      "Die Antwort des Anmeldedienstes gilt nicht; vielleicht kam sie zu spät, doppelt oder an einen anderen Browser. Beginnen Sie noch einmal auf dieser Seite.",
    "no-role":
      "Keine Ihrer Gruppen darf Rollcall nutzen. Bitten Sie den Administrator des Anmeldedienstes, Sie in eine aufzunehmen.",
    "no-login":
      "Der Anmeldedienst hat keinen Benutzernamen genannt, den Rollcall nutzen kann. Bitten Sie seinen Administrator, einen festzulegen.",
    "login-taken":
      "Ihr Benutzername gehört jemandem, der sich bei Rollcall auf andere Weise anmeldet. Bitten Sie einen Administrator von Rollcall, jenen Benutzer umzubenennen oder zu löschen.",
    disabled:
      "Ihr Benutzer ist gesperrt. Bitten Sie einen Administrator von Rollcall, ihn zu entsperren.",
    full: "Sie sind an so vielen Orten angemeldet, wie Ihre Rolle erlaubt. Melden Sie sich zuerst an einem davon ab oder bitten Sie einen Administrator, eine Sitzung zu beenden.",
    "too-many": "Zu viele Versuche. Versuchen Sie es in einigen Minuten noch einmal.",
  },
};
