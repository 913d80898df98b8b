import type { Words } from "@/components/words/words";

export const setUpWords: Words["setUpWords"] = {
  title: "Ersten Administrator anlegen",
  lead: "Dieses Konto sieht jede Sitzung auf jedem Server und darf sie beenden.",
  login: "Benutzername",
  password: "Passwort",
  passwordAdvice:
    "Mindestens 15 Zeichen; am besten ein Satz. Mit 8 bis 14 wird danach ein zweiter Faktor eingerichtet.",
  repeat: "Passwort wiederholen",
  different: "Die beiden Passwörter sind nicht gleich.",
  submit: "Anlegen und anmelden",
  submitting: "Wird angelegt…",
  usedTitle: "Dieser Link wurde schon benutzt",
  usedBody:
    "Ein Einrichtungslink gilt nur einmal. Waren Sie es selbst, melden Sie sich an. Wenn nicht, sagen Sie sofort dem Betreiber dieses Servers Bescheid.",
  nobodyTitle: "Noch kann sich niemand anmelden",
  voidTitle: "Dieser Link gilt nicht mehr",
  nobodyBody:
    "Öffnen Sie den Einrichtungslink, den Rollcall beim letzten Start ausgegeben hat: Er legt den ersten Administrator an. Für einen neuen Link starten Sie Rollcall noch einmal.",
  toSignIn: "Zur Anmeldung",
};
