import type { LucideIcon } from "lucide-react";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { Tone } from "./cells";
import { ftpStatusLooks } from "./ftp-looks";
import { roleIcons } from "./panel-looks";
import { lookOf } from "./terminal-looks";
import { statusWord } from "./terminal-notes";

export interface StateLook {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone: Tone;
}

/** What a session is doing, in a sign and a word; of the panel it is known only whose it is. */
export function stateLook(words: Words, session: Session): StateLook {
  switch (session.kind) {
    case "panel":
      return { icon: roleIcons[session.type], word: words.roleWords[session.type], tone: "calm" };
    case "ftp":
      return { ...ftpStatusLooks[session.status], word: words.ftpStatusWords[session.status] };
    case "terminal":
      return { ...lookOf(session), word: statusWord(words, session) };
  }
}
