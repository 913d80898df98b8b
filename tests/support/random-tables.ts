import fc from "fast-check";
import iconv from "iconv-lite";

/** Header words and state words as Windows prints them. A state that was never seen is in English there too. */
interface Language {
  readonly codePage: number;
  readonly session: readonly [name: string, user: string, id: string, type: string, device: string];
  readonly user: readonly [user: string, name: string, id: string, times: string];
  readonly states: readonly [active: string, gone: string, connected: string, listening: string];
  /** With the blanks around it: it is not padded. */
  readonly none: string;
}

const english = ["SESSIONNAME", "USERNAME", "ID  STATE", "TYPE", "DEVICE"] as const;
export const languages = {
  en: {
    codePage: 437,
    session: english,
    user: ["USERNAME", "SESSIONNAME", "ID  STATE", "IDLE TIME  LOGON TIME"],
    states: ["Active", "Disc", "Conn", "Listen"],
    none: "    none   ",
  },
  de: {
    codePage: 850,
    session: ["SITZUNGSNAME", "BENUTZERNAME", "ID  STATUS", "TYP", "GERÄT"],
    user: ["BENUTZERNAME", "SITZUNGSNAME", "ID  STATUS", "LEERLAUF   ANMELDEZEIT"],
    states: ["Aktiv", "Getr.", "Verb.", "Abhör."],
    none: "    Kein   ",
  },
  fr: {
    codePage: 850,
    session: ["SESSION", "UTILISATEUR", "ID  ÉTAT", "TYPE", "PÉRIPHÉRIQUE"],
    user: ["UTILISATEUR", "SESSION", "ID  ÉTAT", "TEMPS INACT TEMPS SESSION"],
    states: ["Actif", "Déco", "Conn", "Éc."],
    none: "    aucun   ",
  },
  it: {
    codePage: 850,
    session: ["NOMESESSIONE", "NOMEUTENTE", "ID  STATO", "TIPO", "DISPOSITIVO"],
    user: ["NOMEUTENTE", "NOMESESSIONE", "ID  STATO", "INATTIVITÀ ACCESSO"],
    states: ["Attivo", "Disc", "Conn", "Ascolto"],
    none: "    nessuno   ",
  },
  es: {
    codePage: 850,
    session: ["NOMBRE DE SESIÓN", "NOMBRE DE USUARIO", "ID  ESTADO", "  TIPO", "DISPOSITIVO"],
    user: ["NOMBRE USUARIO", "NOMBRE SESIÓN", "ID. ESTADO", "TIEMPO IN. TIEMPO SESIÓN"],
    states: ["Activo", "Desc", "Conn", "Escuchar"],
    none: "    ninguno   ",
  },
  pt: {
    codePage: 850,
    session: english,
    user: ["USERNAME", "SESSIONNAME", "ID  STATE", "IDLE TIME  LOGON TIME"],
    states: ["Ativo", "Disc", "Conn", "Listen"],
    none: "    nenhum   ",
  },
  ru: {
    codePage: 866,
    session: ["СЕАНС", "ПОЛЬЗОВАТЕЛЬ", "ID  СТАТУС", "ТИП", "УСТР-ВО"],
    user: ["ПОЛЬЗОВАТЕЛЬ", "СЕАНС", "ID  СТАТУС", "БЕЗДЕЙСТВ. ВРЕМЯ ВХОДА"],
    states: ["Активно", "Диск", "Подключено", "Прием"],
    none: "  отсутствует ",
  },
  zh: {
    codePage: 936,
    session: ["会话名", "用户名", "ID  状态", "类型", "设备"],
    user: ["用户名", "会话名", "ID  状态", "空闲时间   登录时间"],
    states: ["运行中", "断开", "已连接", "侦听"],
    none: "    无     ",
  },
  ja: {
    codePage: 932,
    session: ["セッション名", "ユーザー名", "ID  状態", "種類", "デバイス"],
    user: ["ユーザー名", "セッション名", "ID  状態", "アイドル時間  ログオン時刻"],
    states: ["アクティブ", "切断", "Conn", "Listen"],
    none: "    なし   ",
  },
  ko: {
    codePage: 949,
    session: ["세션 이름", "사용자 이름", "ID  상태", "종류", "장치"],
    user: ["사용자 이름", "세션 이름", "ID  상태", "유휴 시간  로그온 시간"],
    states: ["활성", "디스크", "Conn", "Listen"],
    none: "    없음   ",
  },
} as const satisfies Record<string, Language>;

export interface RandomSession {
  readonly id: number;
  readonly sessionName: string;
  readonly userName: string;
  readonly isCurrent: boolean;
  readonly type: string;
  /** Null prints the word for "none". */
  readonly idle: string | null;
  readonly logon: string;
}

/** How Windows printed it: what it padded to and what it counted. */
export interface Paper {
  readonly language: Language;
  readonly isWide: boolean;
  readonly hasTrailingBlanks: boolean;
  readonly cellsOf: (text: string) => number;
}

export const inCodePage =
  (codePage: number): Paper["cellsOf"] =>
  (text) =>
    iconv.encode(text, `cp${codePage}`).length;

/** In UTF-8 nobody has seen how it counts characters that are not of one certain width. */
export const waysToCount = {
  cells: (text) => countBy(text, wide),
  cellsOfEastAsia: (text) => countBy(text, wideInEastAsia),
  characters: (text) => [...text].length,
  units: (text) => text.length,
  bytes: (text) => Buffer.byteLength(text),
} as const satisfies Record<string, Paper["cellsOf"]>;

const combining = /[\u0300-\u036f]/;
const wide = /[ᄀ-ᅟ⺀-〾ぁ-꓏가-힣豈-﫿！-｠𠀀-𪛟]/u;
const wideInEastAsia = /[ᄀ-ᅟ⺀-〾ぁ-꓏가-힣豈-﫿！-｠𠀀-𪛟α-ωА-яàéê×]/u;

function countBy(text: string, two: RegExp): number {
  return [...text].reduce((sum, one) => sum + (combining.test(one) ? 0 : two.test(one) ? 2 : 1), 0);
}

export function stateOf({ id, sessionName, userName }: RandomSession): 0 | 1 | 2 | 3 {
  if (id >= 65_536) return 3;
  if (sessionName === "services" || sessionName === "") return 1;
  return userName === "" ? 2 : 0;
}

export function writeSessions(sessions: readonly RandomSession[], paper: Paper): string {
  const { language, isWide } = paper;
  const nameWidth = isWide ? 24 : 16;
  const names = (mark: string, name: string, user: string) =>
    mark + pad(name, nameWidth + 2, paper) + pad(user, 20, paper);
  const [name, user, idAndState, type, device] = language.session;
  const header = `${names(" ", name, user)}     ${pad(idAndState, 12, paper)}${pad(type, 12, paper)}${device}`;
  const rows = sessions.map((one) => {
    const start = names(
      one.isCurrent ? ">" : " ",
      cut(one.sessionName, nameWidth, paper),
      one.userName,
    );
    const state = language.states[stateOf(one)] + (one.type && " ");
    return `${start}${String(one.id).padStart(7)}  ${pad(state, 8, paper)}${pad(one.type, 20, paper)}`;
  });
  return [header, ...rows].map((line) => endLine(line, paper)).join("");
}

export function writeUsers(sessions: readonly RandomSession[], paper: Paper): string {
  const { language } = paper;
  const names = (mark: string, user: string, name: string) =>
    mark + pad(user, 22, paper) + pad(name, 16, paper);
  const [user, name, idAndState, times] = language.user;
  const header = `${names(" ", user, name)}   ${pad(idAndState, 12, paper)}${times}`;
  const rows = sessions.map((one) => {
    const start = names(
      one.isCurrent ? ">" : " ",
      one.userName.toLowerCase(),
      cut(one.sessionName, 16, paper),
    );
    const idle = one.idle === null ? language.none : `${one.idle.padStart(9)}  `;
    const state = pad(`${language.states[stateOf(one)]} `, 8, paper);
    return `${start}${String(one.id).padStart(5)}  ${state}${idle}${one.logon}`;
  });
  return [header, ...rows].map((line) => endLine(line, paper)).join("");
}

/** As printed: a session name that is too long loses its end. */
export function cut(name: string, width: number, { cellsOf }: Paper): string {
  if (cellsOf(name) <= width) return name;
  const characters = [...name];
  while (cellsOf(characters.join("")) > width - 3) characters.pop();
  return `${characters.join("")}...`;
}

function pad(text: string, width: number, { cellsOf }: Paper): string {
  return text + " ".repeat(Math.max(0, width - cellsOf(text)));
}

function endLine(line: string, { hasTrailingBlanks }: Paper): string {
  return `${hasTrailingBlanks ? line : line.replace(/ +$/, "")}\r\n`;
}

const letters = [
  ..."abzAZ09.-#_51     ",
  ..."éêàßñαωЖя×",
  ..."山田あア한글王효効丄ｱ",
  "e\u0301",
  "𠮷",
];
/** Too long for their column, with what looks like an ID and a state where the ID should be. */
const movedNames = ["123456  x", "12345  Active"].map((end) => "界".repeat(10).concat(" ", end));
const programNames = ["", "services", "console", "rdp-tcp", "rdp-tcp#7", "31c5ce94259d4006a9e4"];
const logons = ["7/26/2018 7:29 PM", "14.05.2021 15:54", "2025/4/28 12:27", "2021-05-13 0:15"];
const minutes = fc.nat(59);
const idles = fc.oneof(
  fc.constantFrom(null, ".", "24692+13:29"),
  minutes.map(String),
  fc.tuple(fc.nat(23), minutes).map(([hour, minute]) => `${hour}:${two(minute)}`),
  fc
    .tuple(fc.nat(99), fc.nat(23), minutes)
    .map(([day, hour, minute]) => `${day}+${two(hour)}:${two(minute)}`),
);

const two = (number: number) => String(number).padStart(2, "0");

/** Names as people have them, with inner blanks and digits, of any script that the paper can hold. */
function randomName(isHeld: (text: string) => boolean, maxLength: number) {
  return fc
    .array(fc.constantFrom(...letters.filter(isHeld)), { maxLength })
    .map((characters) => characters.join("").replace(/^ +| +$/g, ""));
}

/** Sessions with ids of their own; of users, where `isFitting`, only as long as their column is. */
export function randomSessions(
  isHeld: (text: string) => boolean,
  isFitting: (session: RandomSession) => boolean,
) {
  const name = randomName(isHeld, 24);
  const session = fc.record({
    id: fc.oneof(fc.nat(20), fc.nat(99_999), fc.integer({ min: 65_536, max: 65_540 })),
    sessionName: fc.oneof(fc.constantFrom(...programNames), name),
    userName: fc.oneof(
      fc.constantFrom(...["", ...movedNames].filter(isHeld)),
      randomName(isHeld, 20),
    ),
    isCurrent: fc.boolean(),
    type: fc.constantFrom("", "", "wdcon", "rdpwd"),
    idle: idles,
    logon: fc.constantFrom(...logons),
  });
  return fc.uniqueArray(session.filter(isFitting), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  });
}
