import { parseSessionTable } from "@/lib/providers/windows/query-session";
import { parseUserTable } from "@/lib/providers/windows/query-user";
import {
  inCodePage,
  languages,
  type RandomSession,
  writeSessions,
  writeUsers,
} from "@/tests/support/random-tables";
import { compare } from "./measure";

const count = 10_000;
const names = {
  en: (at: number) => `user ${at}`,
  ja: (at: number) => (at % 2 === 0 ? `山田 ${at}` : `yamada${at}`),
};

/** Both tables, against cutting the same text at blanks, which knows neither columns nor widths. */
export async function compareWindowsParsing(): Promise<void> {
  for (const [title, language] of [
    ["English", "en"],
    ["Japanese", "ja"],
  ] as const) {
    const sessions = Array.from({ length: count }, (_, at) => toSession(at, names[language](at)));
    const paper = {
      language: languages[language],
      isWide: false,
      hasTrailingBlanks: true,
      cellsOf: inCodePage(languages[language].codePage),
    };
    const tables = [writeSessions(sessions, paper), writeUsers(sessions, paper)] as const;
    await compare({
      title: `windows: parsing ${count} sessions in ${title} against splitting the text at blanks`,
      aim: 5,
      rounds: 50,
      subject: async () => requireAll(parseSessionTable(tables[0]), parseUserTable(tables[1])),
      baseline: async () => requireAll(...tables.map((text) => splitAtBlanks(text).slice(2))),
    });
  }
}

function toSession(at: number, userName: string): RandomSession {
  const isGone = at % 3 === 0;
  return {
    id: at + 1,
    sessionName: isGone ? "" : `rdp-tcp#${at}`,
    userName,
    isCurrent: false,
    type: "",
    idle: isGone ? `1+02:${String(at % 60).padStart(2, "0")}` : null,
    logon: "7/26/2018 7:29 PM",
  };
}

function splitAtBlanks(text: string): readonly (readonly string[])[] {
  return text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
}

function requireAll(...tables: readonly (readonly unknown[])[]): void {
  if (tables.some((rows) => rows.length < count - 1)) throw new Error("rows are missing");
}
