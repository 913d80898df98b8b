import type { AuditHead } from "@/lib/sessions/audit-entry";
import { readHeadFile, writeHeadFile } from "./audit-head-file";

export interface WatchedHeads {
  /** Before entries are put behind `head`, the end of the chain as the database has it. */
  compare(head: AuditHead): Promise<void>;
  /** The end of the chain from now on. */
  keep(head: AuditHead): Promise<void>;
}

interface HeadSettings {
  readonly headFile: string;
  /** The code of that entry as the database has it. */
  readonly findMac: (seq: number) => Promise<string | undefined>;
  readonly tellTrouble: (error: Error) => void;
}

/**
 * Remembers how far the chain went, in this process and in a file. Where the chain does not go on from
 * there, somebody has cut or rewritten it: the file then stays as it is, for `audit verify`.
 */
export function watchHeads({ headFile, findMac, tellTrouble }: HeadSettings): WatchedHeads {
  let known: AuditHead | "none" | "damaged" | undefined;
  let isBroken = false;

  const whyBroken = async (head: AuditHead): Promise<string | undefined> => {
    known ??= await readHeadFile(headFile);
    if (known === "none") {
      const words = `${headFile} is missing, so that the end of the audit chain may be too`;
      if (head.seq > 0) tellTrouble(new Error(`${words}: run rollcall audit verify --log <file>`));
      return undefined;
    }
    if (known === "damaged") return `has a damaged head file, ${headFile}`;
    const { seq, mac } = known;
    if (head.seq < seq) return `ends with entry ${head.seq}, though it went to ${seq} before`;
    const found = head.seq === seq ? head.mac : await findMac(seq);
    return found === mac ? undefined : `has another entry ${seq} than before`;
  };

  return {
    async compare(head) {
      const why = isBroken ? undefined : await whyBroken(head);
      if (why === undefined) return;
      isBroken = true;
      tellTrouble(new Error(`the audit chain ${why}: run rollcall audit verify`));
    },
    async keep(head) {
      if (isBroken) return;
      known = head;
      await writeHeadFile(headFile, head).catch(tellTrouble);
    },
  };
}
