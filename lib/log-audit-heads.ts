import type { Log } from "@/lib/log";
import type { Audit } from "@/lib/store/audit";

const everyMs = 60_000;

/**
 * How far the audit chain goes, into the log: now, each minute that it has moved, and at the end. Where
 * the log is kept elsewhere, it shows what was cut or rewritten here.
 */
export async function logAuditHeads(audit: Audit, log: Log): Promise<{ stop(): Promise<void> }> {
  let logged = 0;
  const tell = async () => {
    const head = await audit.findHead();
    if (!head || head.seq === logged) return;
    logged = head.seq;
    log.info({ auditHead: head }, "the audit chain goes as far as this");
  };
  const tellTrouble = (error: unknown) =>
    log.error({ err: error }, "the end of the audit chain is not known");
  audit.onTrouble((error) => log.error({ err: error }, "the audit is in trouble"));
  await tell();
  const timer = setInterval(() => void tell().catch(tellTrouble), everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await tell().catch(tellTrouble);
    },
  };
}
