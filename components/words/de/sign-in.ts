import type { Words } from "@/components/words/words";
import { formats } from "./formats";
import { inMinutes } from "./in-minutes";

export const signInWords: Words["signInWords"] = {
  title: "Anmelden",
  login: "Benutzername",
  password: "Passwort",
  submit: "Anmelden",
  submitting: "Anmeldung läuft…",
  wrong: "Benutzername und Passwort passen nicht zusammen.",
  full: (atOnce) =>
    `Sie sind an ${formats.formFor(atOnce, "einem anderen Ort", `${formats.formatCount(atOnce)} anderen Orten`)} angemeldet; mehr darf Ihre Rolle nicht. Melden Sie sich zuerst dort ab oder bitten Sie einen Administrator, eine Sitzung zu beenden.`,
  ended: (why) => `Ihre Sitzung ist vorbei: ${why}. Melden Sie sich an, um fortzufahren.`,
  missing: "Geben Sie Ihren Benutzernamen und Ihr Passwort ein.",
  tooMany: (minutes) => `Zu viele Versuche. Versuchen Sie es ${inMinutes(minutes)} noch einmal.`,
};
