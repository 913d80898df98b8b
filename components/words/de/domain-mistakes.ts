import type { Words } from "@/components/words/words";

export const domainMistakeWords: Words["domainMistakeWords"] = {
  "domain-missing": () => "Geben Sie die Domain ein.",
  "domain-wrong": (given) => `„${given}“ ist keine Domain wie example.com.`,
  "customer-missing": () => "Geben Sie den Benutzernamen des Kunden ein.",
  "customer-unknown": (given) =>
    `Es gibt keinen Kunden oder Reseller ${given}. Fügen Sie erst den Benutzer hinzu, oder berichtigen Sie den Benutzernamen.`,
  "customer-differs": (given) =>
    `Nach einer früheren Zeile gehört die Domain dem Kunden ${given}. Eine Domain hat nur einen Kunden.`,
  "login-missing": () => "Geben Sie den FTP-Benutzernamen ein.",
  "login-wrong": (given) =>
    `„${given}“ ist kein FTP-Benutzername: Er hat höchstens 200 Zeichen, und alle sind sichtbar.`,
  "login-twice": (given) => `Der Benutzername ${given} steht hier zweimal für denselben Server.`,
  "type-missing": (_, types) => `Geben Sie einen Typ ein: einen von ${types}.`,
  "type-unknown": (given, types) => `„${given}“ ist kein Typ; möglich sind ${types}.`,
  "server-unknown": (given) =>
    `Es gibt keinen Server ${given}. Fügen Sie erst den Server hinzu, oder lassen Sie dies leer, dann gilt es für alle Server.`,
  taken: (given) => `Schon vergeben: ${given} hat das bereits.`,
  empty: () => "Es steht nichts darin.",
  "column-missing": (given) => `Der ersten Zeile fehlt die Spalte ${given}.`,
  "column-unknown": (given) =>
    `Die erste Zeile nennt „${given}“; das ist keine Spalte, oder es steht dort zweimal.`,
  cells: (given) => `Die Zahl ihrer Zellen ist ${given}; die erste Zeile hat eine andere.`,
  quotes: () =>
    'Ein " steht allein. Eine Zelle, die eines enthält, wird zwischen " gesetzt, und ihre eigenen werden verdoppelt.',
};

export const loginTwiceInFile: Words["loginTwiceInFile"] = (line) =>
  `Dieser Benutzername steht schon in Zeile ${line}, für denselben Server.`;
