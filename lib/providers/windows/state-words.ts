import type { TerminalStatus } from "@/lib/sessions/session";

/** Windows prints IDs from here on for listeners. */
export const firstListenerId = 65_536;

/** As printed by Windows in each language. The Russian and Korean words for "disconnected" mean a disk. */
const statusOfWord = new Map<string, TerminalStatus>(
  Object.entries({
    active: "logged-in",
    aktiv: "logged-in",
    actif: "logged-in",
    activo: "logged-in",
    attivo: "logged-in",
    ativo: "logged-in",
    активно: "logged-in",
    运行中: "logged-in",
    アクティブ: "logged-in",
    활성: "logged-in",
    disc: "disconnected",
    "getr.": "disconnected",
    déco: "disconnected",
    desc: "disconnected",
    диск: "disconnected",
    断开: "disconnected",
    切断: "disconnected",
    디스크: "disconnected",
    conn: "connected",
    подключено: "connected",
    已连接: "connected",
    listen: "listening",
    "abhör.": "listening",
    escuchar: "listening",
    прием: "listening",
    侦听: "listening",
    idle: "idle",
    connq: "connect-query",
    shadow: "shadowing",
    reset: "reset",
    down: "down",
    init: "init",
  } satisfies Record<string, TerminalStatus>),
);

interface NamedRow {
  readonly id: number;
  readonly sessionName: string | null;
  readonly userName: string | null;
}

/**
 * The state by its word, or by the shape of the row where the word is not known. A word that says
 * "signed in" or "nobody attached" against the shape of its row is not believed.
 */
export function toStatus(statusText: string, row: NamedRow): TerminalStatus {
  const byShape = statusOfShape(row);
  const byWord = statusOfWord.get(statusText.normalize("NFC").toLowerCase());
  if (byWord === undefined || byWord === byShape) return byShape;
  return byWord === "logged-in" || byWord === "disconnected" ? "unknown" : byWord;
}

function statusOfShape({ id, sessionName, userName }: NamedRow): TerminalStatus {
  if (id >= firstListenerId) return "listening";
  if (sessionName === "services" || sessionName === null) return "disconnected";
  return userName === null ? "connected" : "logged-in";
}
