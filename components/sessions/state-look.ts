import type { LucideIcon } from "lucide-react";
import { roleWords } from "@/components/words";
import type { Session } from "@/lib/sessions/session";
import type { Tone } from "./cells";
import { ftpStatusLooks } from "./ftp-looks";
import { roleIcons } from "./panel-looks";
import { ftpStatusWords } from "./session-words";
import { lookOf } from "./terminal-looks";
import { statusWord } from "./terminal-notes";

export interface StateLook {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone: Tone;
}

/** What a session is doing, in a sign and a word; of the panel it is known only whose it is. */
export function stateLook(session: Session): StateLook {
  switch (session.kind) {
    case "panel":
      return { icon: roleIcons[session.type], word: roleWords[session.type], tone: "calm" };
    case "ftp":
      return { ...ftpStatusLooks[session.status], word: ftpStatusWords[session.status] };
    case "terminal":
      return { ...lookOf(session), word: statusWord(session) };
  }
}
