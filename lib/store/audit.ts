import type { AuditHead } from "@/lib/sessions/audit-entry";
import type { AuditFinding, KnownHead } from "@/lib/sessions/audit-finding";
import type { AuditFiles } from "./audit-files";
import { type QueuedTrail, queueTrail } from "./audit-trail";
import { type AuditWriter, findHead, openAuditWriter } from "./audit-writer";
import type { PrismaClient } from "./generated/client";
import { type OpenIntents, openIntents } from "./open-intents";
import { createRefusalTally, type RefusalTally } from "./refusal-tally";
import { type AuditSearches, openAuditSearches } from "./search-audit";
import { verifyAudit } from "./verify-audit";
import { orStoreError, withStoreErrors } from "./with-store-errors";

export interface Audit
  extends QueuedTrail,
    AuditSearches,
    OpenIntents,
    Pick<AuditWriter, "prepare">,
    Pick<RefusalTally, "noteRefusal"> {
  /** Calls when an entry cannot be written, and when the chain does not go on from where it was known to end. */
  onTrouble(listener: (error: Error) => void): void;
  /** Passes on why something could not be recorded. */
  tellTrouble(error: Error): void;
  /** Whether the chain holds, also by heads that were written down elsewhere. */
  verify(heads: readonly KnownHead[]): Promise<AuditFinding>;
  /** Undefined while there is no entry. */
  findHead(): Promise<AuditHead | undefined>;
}

export function openAudit(client: PrismaClient, files: AuditFiles): Audit {
  const listeners: ((error: Error) => void)[] = [];
  const tellTrouble = (error: Error) => {
    for (const listener of listeners) listener(error);
  };
  const ask = <Answer>(work: () => Promise<Answer>) => orStoreError(work, files.databaseFile);
  const writer = openAuditWriter(client, files, tellTrouble);
  const queue = queueTrail((entries) => ask(() => writer.write(entries)), tellTrouble);
  const searches = openAuditSearches(client);
  const tally = createRefusalTally(queue.owe);
  return {
    ...queue,
    onTrouble: (listener) => listeners.push(listener),
    tellTrouble,
    ...withStoreErrors(openIntents(client), files.databaseFile),
    search: (filter, place) => ask(() => searches.search(filter, place)),
    readMatching: searches.readMatching,
    prepare: () => ask(writer.prepare),
    noteRefusal: tally.noteRefusal,
    verify: (heads) => ask(() => verifyAudit(client, files, heads)),
    findHead: () => ask(() => findHead(client)),
    async close() {
      await tally.flush();
      await queue.close();
    },
  };
}
