type HostState = "active" | "disconnected" | "connected" | "listening";

export interface HostSession {
  readonly id: number;
  name: string | null;
  readonly user: string | null;
  state: HostState;
  /** As printed; null prints the word for "none". */
  idle: string | null;
  readonly logon: string;
}

/** Header words and state words, as published captures of that language show them. */
export interface HostLanguage {
  readonly codePage: number;
  readonly sessionHeader: readonly [string, string, string, string, string];
  readonly userHeader: readonly [string, string, string, string, string];
  readonly states: Readonly<Record<HostState, string>>;
  readonly none: string;
}

export const hostLanguages = {
  english: {
    codePage: 437,
    sessionHeader: ["SESSIONNAME", "USERNAME", "STATE", "TYPE", "DEVICE"],
    userHeader: ["USERNAME", "SESSIONNAME", "STATE", "IDLE TIME", "LOGON TIME"],
    states: { active: "Active", disconnected: "Disc", connected: "Conn", listening: "Listen" },
    none: "none",
  },
  spanish: {
    codePage: 850,
    sessionHeader: ["NOMBRE DE SESIÓN", "NOMBRE DE USUARIO", "ESTADO", "  TIPO", "DISPOSITIVO"],
    userHeader: ["NOMBRE USUARIO", "NOMBRE SESIÓN", "ESTADO", "TIEMPO IN.", "TIEMPO SESIÓN"],
    states: { active: "Activo", disconnected: "Desc", connected: "Conn", listening: "Escuchar" },
    none: "ninguno",
  },
  russian: {
    codePage: 866,
    sessionHeader: ["СЕАНС", "ПОЛЬЗОВАТЕЛЬ", "СТАТУС", "ТИП", "УСТР-ВО"],
    userHeader: ["ПОЛЬЗОВАТЕЛЬ", "СЕАНС", "СТАТУС", "БЕЗДЕЙСТВ.", "ВРЕМЯ ВХОДА"],
    states: {
      active: "Активно",
      disconnected: "Диск",
      connected: "Подключено",
      listening: "Прием",
    },
    none: "отсутствует",
  },
  chinese: {
    codePage: 936,
    sessionHeader: ["会话名", "用户名", "状态", "类型", "设备"],
    userHeader: ["用户名", "会话名", "状态", "空闲时间", "登录时间"],
    states: { active: "运行中", disconnected: "断开", connected: "已连接", listening: "侦听" },
    none: "无",
  },
  japanese: {
    codePage: 932,
    sessionHeader: ["セッション名", "ユーザー名", "状態", "種類", "デバイス"],
    userHeader: ["ユーザー名", "セッション名", "状態", "アイドル時間", "ログオン時刻"],
    states: { active: "Active", disconnected: "Disc", connected: "Conn", listening: "Listen" },
    none: "なし",
  },
} as const satisfies Record<string, HostLanguage>;

export type HostLanguageName = keyof typeof hostLanguages;

interface Table {
  readonly sessions: readonly HostSession[];
  readonly language: HostLanguage;
  readonly isWide: boolean;
}

/** What `query session` prints, padded to 76 or 84 cells. The caller, an SSH sign-in, is in session 0. */
export function printSessions({ sessions, language, isWide }: Table): string {
  const nameWidth = isWide ? 24 : 16;
  const print = (mark: string, name: string, user: string, id: string, rest: readonly string[]) => {
    const [state = "", type = "", device = ""] = rest;
    const names = `${mark}${pad(name, nameWidth)}  ${pad(user, 20)}`;
    return `${names}${id.padStart(7)}  ${pad(state, 8)}${pad(type, 12)}${pad(device, 8)}\r\n`;
  };
  const [session, user, ...rest] = language.sessionHeader;
  const rows = sessions.map((one) => {
    const mark = one.name === "services" ? ">" : " ";
    const name = cut(one.name ?? "", nameWidth);
    return print(mark, name, one.user ?? "", String(one.id), [language.states[one.state]]);
  });
  return print(" ", session, user, "ID", rest) + rows.join("");
}

/** What `query user` prints. The word for "none" is not padded, as on Windows. */
export function printUsers({ sessions, language }: Table): string {
  const print = (user: string, name: string, id: string, state: string, times: string) =>
    ` ${pad(user, 20)}  ${pad(name, 16)}${id.padStart(5)}  ${pad(state, 8)}${times}\r\n`;
  const [user, session, state, idle, logon] = language.userHeader;
  const rows = sessions
    .filter((one) => one.user !== null)
    .map((one) => {
      const none = `    ${language.none}   `;
      const times = one.idle === null ? none : `${one.idle.padStart(9)}  `;
      const name = cut(one.name ?? "", 16);
      return print(
        one.user?.toLowerCase() ?? "",
        name,
        String(one.id),
        language.states[one.state],
        times + one.logon,
      );
    });
  return rows.length === 0
    ? ""
    : print(user, session, "ID", state, `${idle}  ${logon}`) + rows.join("");
}

function cut(name: string, width: number): string {
  return name.length > width ? `${name.slice(0, width - 3)}...` : name;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - cellsOf(text)));
}

function cellsOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣＀-｠]/.test(one) ? 2 : 1), 0);
}
