import type { HostLanguageName } from "./windows-host-languages";

export interface WindowsSite {
  readonly language: HostLanguageName;
  /** Of the accounts. */
  readonly domain: string;
  /** Begins the names of the computers that people sit at. */
  readonly clients: string;
  /** The address that everybody in the office comes from. */
  readonly office: string;
  /** How many are signed in at most times. */
  readonly size: number;
  readonly people: readonly string[];
}

/** Three offices. `query user` has room for 20 letters. */
export const windowsSites = {
  "ts-london": {
    language: "english",
    domain: "LONDON",
    clients: "LDN-PC",
    office: "198.51.100.10",
    size: 17,
    people: [
      ...["olivia.bennett", "george.hughes", "amelia.clarke", "harry.whitaker", "isla.morgan"],
      ...["jack.osborne", "poppy.fletcher", "arthur.doyle", "grace.okafor", "noah.patel"],
      ...["freya.lindsay", "leo.marchetti", "ruby.ellison", "theo.kaplan", "maya.singh"],
      ...["alfie.barnes", "evie.rowland", "accounts", "reception", "freddie.nash"],
      ...["Administrator", "florence.gray", "oscar.tate", "ivy.caldwell"],
    ],
  },
  "ts-berlin": {
    language: "german",
    domain: "BERLIN",
    clients: "BER-PC",
    office: "203.0.113.44",
    size: 13,
    people: [
      ...["Jürgen Groß", "anna.schneider", "Björn Müller", "lena.hoffmann", "Käthe Weiß"],
      ...["paul.richter", "m.özdemir", "felix.baumann", "sophie.krüger", "jonas.vogel"],
      ...["Administrator", "buchhaltung", "empfang", "clara.lehmann", "emil.sommer"],
      ...["frieda.köhler", "tim.brandt", "nele.jäger"],
    ],
  },
  "ts-tokyo": {
    language: "japanese",
    domain: "TOKYO",
    clients: "TYO-PC",
    office: "198.51.100.86",
    size: 9,
    people: [
      ...["山田 太郎", "佐藤 花子", "suzuki.ken", "高橋 美咲", "tanaka.yui"],
      ...["渡辺 直樹", "Administrator", "小林 さくら", "kato.ren", "経理課"],
      ...["ito.haruka", "中村 翔"],
    ],
  },
} as const satisfies Readonly<Record<string, WindowsSite>>;
