import type { Words } from "@/components/words/words";
import { formats } from "./formats";
import { inMinutes } from "./in-minutes";

export const setUpFactorWords: Words["setUpFactorWords"] = {
  scan: "Scannen Sie dies mit Ihrer Authenticator-App, oder geben Sie den Schlüssel dort ein:",
  qrCode: "QR-Code für eine Authenticator-App",
  key: "Schlüssel",
  code: "Code aus der App",
  codeAdvice: "Die sechs Ziffern, die sie jetzt anzeigt.",
  addTotp: "Einschalten",
  addingTotp: "Wird geprüft…",
  passkeyName: "Name",
  passkeyNameAdvice: "Woran Sie ihn erkennen, zum Beispiel „Laptop“ oder „Schlüssel am Bund“.",
  passkeyNameDefault: "Passkey",
  addPasskey: "Passkey hinzufügen",
  addingPasskey: "Ihr Browser fragt…",
  wrongCode:
    "Dieser Code gilt nicht. Vergleichen Sie die Uhren dieses Servers und Ihres Telefons, und versuchen Sie dann den nächsten.",
  wrongPasskey: "Dieser Passkey ließ sich nicht prüfen. Versuchen Sie es noch einmal.",
  passkeyFailed:
    "Der Browser hat keinen Passkey angelegt. Vielleicht kennt er schon einen dieses Kontos.",
  taken: "Das ist schon eingerichtet. Laden Sie die Seite neu.",
  noKey:
    "Es ließ sich nicht speichern, weil die Schlüsseldatei von Rollcall nicht nutzbar ist. Sagen Sie dem Betreiber dieses Servers Bescheid; im Log steht, warum.",
  over: "Diese Anmeldung ist vorbei. Beginnen Sie von vorn.",
  lost: "Rollcall hat nicht geantwortet; ob etwas geändert wurde, ist nicht bekannt. Laden Sie die Seite neu.",
  codesTitle: "Ihre Ersatzcodes",
  codesLead:
    "Mit jedem davon melden Sie sich einmal an, falls Sie Ihren zweiten Faktor verlieren. Sie werden nur dieses eine Mal angezeigt: Bewahren Sie sie dort auf, wo Sie Ihre anderen Geheimnisse aufbewahren.",
  download: "Herunterladen",
  kept: "Ich habe sie aufbewahrt",
};

export const accountWords: Words["accountWords"] = {
  title: "Mein Konto",
  endsOthers: "Hier bleiben Sie angemeldet; überall sonst werden Sie abgemeldet.",
  saving: "Wird gespeichert…",
  done: {
    password: "Ihr Passwort ist geändert. Überall sonst wurden Sie abgemeldet.",
    totp: "Die Authenticator-App ist eingeschaltet.",
    passkey: (name) => `Der Passkey ${name} ist hinzugefügt.`,
    codes: "Sie haben zehn neue Ersatzcodes.",
    renamed: (name) => `Der Passkey heißt jetzt ${name}.`,
    removed: (factor) => `${factor} ist entfernt.`,
    gone: (factor) => `${factor} war schon entfernt.`,
  },
  password: {
    title: "Passwort",
    none: "Sie melden sich über Ihre Organisation an und haben hier kein Passwort.",
    body: (hasFactor) =>
      hasFactor
        ? "Mindestens 8 Zeichen, weil Sie einen zweiten Faktor haben."
        : "Mindestens 15 Zeichen. Mit einem zweiten Faktor genügen 8.",
    change: "Passwort ändern",
    dialog: "Passwort ändern",
    next: "Neues Passwort",
    repeat: "Neues Passwort wiederholen",
    different: "Die beiden Passwörter sind nicht gleich.",
    consent: "Passwort ändern",
  },
  totp: {
    title: "Authenticator-App",
    body: "Eine App auf Ihrem Telefon zeigt sechs Ziffern, die sich alle 30 Sekunden ändern.",
    off: "Nicht eingerichtet",
    on: "Eingeschaltet",
    add: "Einrichten",
    dialog: "Authenticator-App einrichten",
    name: "Die Authenticator-App",
    remove: "Entfernen",
    removeTitle: "Authenticator-App entfernen?",
  },
  passkeys: {
    title: "Passkeys",
    body: "Ein Passkey liegt in Ihrem Gerät oder in einem Sicherheitsschlüssel. Er meldet Sie ohne Passwort an oder ergänzt es.",
    bodyElsewhere:
      "Ein Passkey liegt in Ihrem Gerät oder in einem Sicherheitsschlüssel. Mit ihm belegen Sie, wer Sie sind, wenn Rollcall noch einmal fragt.",
    none: "Noch keiner",
    add: "Passkey hinzufügen",
    dialog: "Passkey hinzufügen",
    rename: (name) => `Passkey ${name} umbenennen`,
    remove: (name) => `Passkey ${name} entfernen`,
    renameTitle: "Diesen Passkey umbenennen",
    removeTitle: (name) => `Passkey ${name} entfernen?`,
    save: "Namen speichern",
    named: (name) => `Der Passkey ${name}`,
    impossible: (origin) =>
      `Unter ${origin} kennen Browser keine Passkeys, denn dafür braucht es einen Rechnernamen und https. Der Betreiber dieses Servers setzt ROLLCALL_URL auf eine solche Adresse, zum Beispiel https://rollcall.example.com.`,
  },
  backupCodes: {
    title: "Ersatzcodes",
    body: (left) =>
      `Noch ${formats.countOf(left, "Code, gut", "Codes, jeder gut")} für eine Anmeldung.`,
    none: "Sie kommen mit Ihrem ersten zweiten Faktor.",
    make: "Neue Codes erzeugen",
    dialog: "Neue Ersatzcodes erzeugen?",
    lead: "Die Codes, die Sie jetzt haben, gelten dann nicht mehr.",
    consent: "Neue Codes erzeugen",
  },
  removal: {
    lead: "Beim Anmelden werden Sie nicht mehr danach gefragt.",
    last: "Es ist Ihr letzter zweiter Faktor: Danach meldet Sie Ihr Passwort allein an, deshalb muss es mindestens 15 Zeichen haben. Geben Sie es ein, damit Rollcall das prüfen kann.",
    password: "Passwort",
    consent: "OK, entfernen",
    wrong: "Das ist nicht Ihr Passwort. Versuchen Sie es noch einmal.",
    tooShort:
      "Er bleibt: Ihr Passwort hat weniger als 15 Zeichen, zu wenige, um allein zu genügen. Ändern Sie zuerst Ihr Passwort, oder fügen Sie einen anderen Faktor hinzu.",
    tooMany: (minutes) => `Zu viele Versuche. Versuchen Sie es ${inMinutes(minutes)} noch einmal.`,
  },
  lastUsed: (elapsed) => `zuletzt benutzt vor ${elapsed}`,
  neverUsed: "noch nicht benutzt",
};
