import type { problemWords } from "@/lib/sessions/problem-words";

export const problemReasons: Readonly<Record<keyof typeof problemWords, string>> = {
  loginUnfit:
    "Nehmen Sie 1 bis 100 Buchstaben, Ziffern und die Zeichen . _ @ + - und beginnen Sie mit einem Buchstaben oder einer Ziffer.",
  personNameUnfit: "Nehmen Sie eine Zeile von höchstens 100 Zeichen, ohne Steuerzeichen.",
  emailUnfit: "Sie muss die Form name@domain haben.",
  passwordShort: "Ein Passwort braucht mindestens {shortest} Zeichen.",
  passwordLong: "Ein Passwort hat höchstens {longest} Zeichen.",
  passwordGuessed:
    "Dieses Passwort ist eines der ersten, die andere versuchen würden: Wählen Sie ein anderes.",
  passwordShortAlone: "Ohne zweiten Faktor braucht ein Passwort mindestens {shortest} Zeichen.",
  signsInElsewhere: "Sie melden sich über einen anderen Dienst an, der Ihr Passwort verwahrt.",
  signedOut: "Sie sind nicht mehr angemeldet: Melden Sie sich noch einmal an.",
  busy: "Rollcall ist gerade ausgelastet. Versuchen Sie es gleich noch einmal.",

  mustNotBeEmpty: "darf nicht leer sein",
  longerThan200: "ist länger als 200 Zeichen",
  noControls: "darf keine Steuerzeichen enthalten",
  noDirections: "darf keine Zeichen enthalten, die die Schreibrichtung ändern",
  noHostName: "muss ein Hostname oder eine Adresse sein",
  noFingerprint: "muss ein Fingerabdruck sein: SHA256: und 43 Zeichen",
  noPrintedFingerprint:
    "muss ein Fingerabdruck sein, wie ssh-keygen -lf ihn ausgibt: SHA256: und 43 Zeichen",
  noPort: "muss eine ganze Zahl von 1 bis 65535 sein",
  noPortTyped: "geben Sie eine Zahl von 1 bis 65535 ein",
  noPassword: "geben Sie das Passwort ein, höchstens 1.000 Zeichen",
  noPrivateKey:
    "fügen Sie den Schlüssel ein oder wählen Sie seine Datei; er hat höchstens 20.000 Zeichen",
  noCheckedPath: "muss ein absoluter Pfad aus Buchstaben, Ziffern und den Zeichen . _ - / sein",
  noCodePage: "ist keine Codepage, die bekannt ist",

  removedMeanwhile: "jemand hat diesen Server entfernt",
  nameLocked: "„{name}“ heißt ein Server, der hier nicht geändert wird",
  nameTaken: "„{name}“ heißt ein anderer Server",
  nameTakenMeanwhile: "so heißt ein anderer Server",
  nameOfFile:
    "die Konfigurationsdatei nennt einen Server ebenso: Geben Sie einem der beiden einen anderen Namen",
  readsVariable: "darf nicht ${ enthalten: Eine Konfigurationsdatei liest dort eine Variable",
  noSourceOn: "schalten Sie mindestens eines ein",
  noProvider: "„{name}“ ist keine Software, die Rollcall kennt",
  noProviderOf: "„{name}“ ist keine Software, die Rollcall kennt: Möglich sind {names}",
  sourceTwice: "{name} steht zweimal darin",
  sourceUnopenable:
    "diese Version kann seine Quelle {name} nicht öffnen: Speichern Sie den Server noch einmal",
  noCredential: "geben Sie ein Passwort oder einen privaten Schlüssel ein",
  passwordForOther:
    "das Passwort wurde für {host} Port {port} gespeichert: Geben Sie es für diese Adresse noch einmal ein",

  noYaml: "ist kein gültiges YAML ({said})",
  unfit: "ist nicht, was hier stehen muss ({said})",
  secondDocument:
    "hier beginnt ein zweites Dokument: Setzen Sie alles in eines, ohne die Zeile ---",
  variableUnset: "die Umgebungsvariable {name} ist nicht gesetzt",
  importsNoVariable: "ein Import liest keine Umgebungsvariablen: Schreiben Sie, wofür {name} steht",
  aliasWithoutAnchor: "der Alias *{name} hat keinen Anker darüber: Schreiben Sie den Wert aus",
  aliasesTooLarge: "die Aliasse bis hierher stehen für zu viel: Schreiben Sie die Werte aus",
  unreadableFile: "lässt sich nicht lesen: {said}",
  notInImport: "wird nur in der Konfigurationsdatei gesetzt: Lassen Sie es im Import weg",
  onlyInFile: "geht nur in der Konfigurationsdatei",
  agentOnlyInFile:
    "geht nur in der Konfigurationsdatei: Schreiben Sie einen privateKey oder ein password",
  importsNoKeyFile:
    "ein Import liest keine Dateien: Schreiben Sie den Schlüssel selbst, als privateKey: |",
  importsNoPasswordFile:
    "ein Import liest keine Dateien: Schreiben Sie das Passwort selbst, als password",
  panelIsListed: "Rollcall listet seine eigenen Panel-Sitzungen von selbst: Lassen Sie es weg",
  nameTwice: "„{name}“ heißen zwei Server",
  keyNotKnown: "ist hier nicht bekannt",
  noAgentSocket: "muss der absolute Pfad des Sockets eines SSH-Agenten sein",
  oneCredential:
    "braucht genau eines von privateKeyFile, privateKey, passwordFile, password und agent",
  localOrSsh: 'muss "local" oder "ssh:" sein',
  domainTwice: "nennt :domain zweimal: Nur ein Teil davon kann die Domain sein",
  nothingToMatch: "braucht ein login oder ein home, das passen soll",
  namesNoSource: "nennt keine Quelle",
};
