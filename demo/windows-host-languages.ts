/** Header words and state words, with the blanks that Windows puts between them. */
export interface HostLanguage {
  readonly codePage: number;
  /** What `chcp` says before and after the number. */
  readonly chcp: readonly [string, string];
  /** Session name, user name, and all that follows `ID`. */
  readonly sessionHeader: readonly [string, string, string];
  /** User name, session name, and all that follows `ID`. */
  readonly userHeader: readonly [string, string, string];
  readonly states: Readonly<Record<"active" | "disconnected" | "connected" | "listening", string>>;
  /** Stands between state and logon time, where an idle time would stand. */
  readonly none: string;
  /** Cells up to the right edge of an idle time. */
  readonly idleWidth: number;
  readonly printLogon: (at: Date) => string;
}

const two = (part: number) => String(part).padStart(2, "0");
const parts = (at: Date) => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
  hour: at.getUTCHours(),
  minute: two(at.getUTCMinutes()),
});

function american(at: Date): string {
  const { year, month, day, hour, minute } = parts(at);
  return `${month}/${day}/${year} ${hour % 12 || 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
}

function dayFirst(separator: string) {
  return (at: Date) => {
    const { year, month, day, hour, minute } = parts(at);
    return `${[two(day), two(month), year].join(separator)} ${two(hour)}:${minute}`;
  };
}

function yearFirst(at: Date): string {
  const { year, month, day, hour, minute } = parts(at);
  return `${year}/${month}/${day} ${hour}:${minute}`;
}

function korean(at: Date): string {
  const { year, month, day, hour, minute } = parts(at);
  const half = hour < 12 ? "오전" : "오후";
  return `${year}-${two(month)}-${two(day)} ${half} ${hour % 12 || 12}:${minute}`;
}

export const hostLanguages = {
  english: {
    codePage: 437,
    chcp: ["Active code page: ", ""],
    sessionHeader: ["SESSIONNAME", "USERNAME", "  STATE   TYPE        DEVICE "],
    userHeader: ["USERNAME", "SESSIONNAME", "  STATE   IDLE TIME  LOGON TIME"],
    states: { active: "Active", disconnected: "Disc", connected: "Conn", listening: "Listen" },
    none: "    none   ",
    idleWidth: 9,
    printLogon: american,
  },
  spanish: {
    codePage: 850,
    chcp: ["Tabla de códigos activa: ", ""],
    sessionHeader: ["NOMBRE DE SESIÓN", "NOMBRE DE USUARIO", "  ESTADO    TIPO   DISPOSITIVO "],
    userHeader: ["NOMBRE USUARIO", "NOMBRE SESIÓN", ". ESTADO  TIEMPO IN. TIEMPO SESIÓN"],
    states: { active: "Activo", disconnected: "Desc", connected: "Conn", listening: "Escuchar" },
    none: "    ninguno   ",
    idleWidth: 9,
    printLogon: dayFirst("/"),
  },
  // All words of both tables as captured, but "Verb." for a session that nobody is signed in to.
  german: {
    codePage: 850,
    chcp: ["Aktive Codepage: ", "."],
    sessionHeader: ["SITZUNGSNAME", "BENUTZERNAME", "  STATUS  TYP         GERÄT "],
    userHeader: ["BENUTZERNAME", "SITZUNGSNAME", "  STATUS  LEERLAUF   ANMELDEZEIT"],
    states: { active: "Aktiv", disconnected: "Getr.", connected: "Verb.", listening: "Abhör." },
    none: "    Kein   ",
    idleWidth: 9,
    printLogon: dayFirst("."),
  },
  // `query user` as captured. The header of `query session`, "Conn" and "Écouter" are not: they are
  // made like the captured words.
  french: {
    codePage: 850,
    chcp: ["Page de codes active : ", ""],
    sessionHeader: ["SESSION", "UTILISATEUR", "  ÉTAT    TYPE        PÉRIPHÉRIQUE "],
    userHeader: ["UTILISATEUR", "SESSION", "  ÉTAT    TEMPS INACT TEMPS SESSION"],
    states: { active: "Actif", disconnected: "Déco", connected: "Conn", listening: "Écouter" },
    none: "    aucun   ",
    idleWidth: 9,
    printLogon: dayFirst("/"),
  },
  // `query user`, "Attivo" and "Disc" as captured; the rest is made like them.
  italian: {
    codePage: 850,
    chcp: ["Tabella codici attiva: ", ""],
    sessionHeader: ["NOMESESSIONE", "NOMEUTENTE", "  STATO   TIPO        DISPOSITIVO "],
    userHeader: ["NOMEUTENTE", "NOMESESSIONE", "  STATO   INATTIVITÀ ACCESSO"],
    states: { active: "Attivo", disconnected: "Disc", connected: "Conn", listening: "Ascolto" },
    none: "    nessuno   ",
    idleWidth: 9,
    printLogon: dayFirst("/"),
  },
  // As captured: an English header over "Ativo" and "nenhum". The other states are made like them.
  portuguese: {
    codePage: 850,
    chcp: ["Página de código ativa: ", ""],
    sessionHeader: ["SESSIONNAME", "USERNAME", "  STATE   TYPE        DEVICE "],
    userHeader: ["USERNAME", "SESSIONNAME", "  STATE   IDLE TIME  LOGON TIME"],
    states: { active: "Ativo", disconnected: "Disc", connected: "Conn", listening: "Escutar" },
    none: "    nenhum   ",
    idleWidth: 9,
    printLogon: dayFirst("/"),
  },
  russian: {
    codePage: 866,
    chcp: ["Текущая кодовая страница: ", ""],
    sessionHeader: ["СЕАНС", "ПОЛЬЗОВАТЕЛЬ", "  СТАТУС  ТИП         УСТР-ВО "],
    userHeader: ["ПОЛЬЗОВАТЕЛЬ", "СЕАНС", "  СТАТУС  БЕЗДЕЙСТВ. ВРЕМЯ ВХОДА"],
    states: {
      active: "Активно",
      disconnected: "Диск",
      connected: "Подключено",
      listening: "Прием",
    },
    none: "  отсутствует ",
    idleWidth: 10,
    printLogon: dayFirst("."),
  },
  chinese: {
    codePage: 936,
    chcp: ["活动代码页: ", ""],
    sessionHeader: ["会话名", "用户名", "  状态    类型        设备 "],
    userHeader: ["用户名", "会话名", "  状态    空闲时间   登录时间"],
    states: { active: "运行中", disconnected: "断开", connected: "已连接", listening: "侦听" },
    none: "    无     ",
    idleWidth: 9,
    printLogon: yearFirst,
  },
  japanese: {
    codePage: 932,
    chcp: ["現在のコード ページ: ", ""],
    sessionHeader: ["セッション名", "ユーザー名", "  状態    種類        デバイス "],
    userHeader: ["ユーザー名", "セッション名", "  状態    アイドル時間  ログオン時刻"],
    states: { active: "Active", disconnected: "Disc", connected: "Conn", listening: "Listen" },
    none: "    なし   ",
    idleWidth: 9,
    printLogon: yearFirst,
  },
  // "활성", "디스크" and the logon time are published; headers and the other words are made like them.
  korean: {
    codePage: 949,
    chcp: ["활성 코드 페이지: ", ""],
    sessionHeader: ["세션 이름", "사용자 이름", "  상태    종류        장치 "],
    userHeader: ["사용자 이름", "세션 이름", "  상태    유휴 시간  로그온 시간"],
    states: { active: "활성", disconnected: "디스크", connected: "연결됨", listening: "수신" },
    none: "    없음   ",
    idleWidth: 9,
    printLogon: korean,
  },
} as const satisfies Record<string, HostLanguage>;

export type HostLanguageName = keyof typeof hostLanguages;
