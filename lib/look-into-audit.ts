import type { Log } from "@/lib/log";
import type { RollcallAudit } from "@/lib/rollcall";
import type { AuditStanding } from "@/lib/sessions/audit-search";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { recordFact } from "@/lib/sessions/record";
import type { Audit } from "@/lib/store/audit";

const firstAfterMs = 30_000;
const everyMs = 24 * 60 * 60_000;

/** What administrators see of the audit. The chain is verified each day, and a bad entry goes to the log. */
export function lookIntoAudit(audit: Audit, log: Log): RollcallAudit {
  let standing: AuditStanding | null = null;
  let underWay: Promise<AuditStanding> | undefined;

  const verify = async (): Promise<AuditStanding> => {
    const at = new Date();
    const finding = await audit.verify([]);
    if (finding.status !== "holds") log.error({ finding }, "the audit chain does not hold");
    standing = { at, finding };
    return standing;
  };
  const verifyOnce = () => {
    underWay ??= verify().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  const verifyUnasked = () =>
    void verifyOnce().catch((error: unknown) =>
      log.error({ err: error }, "the audit chain cannot be verified"),
    );
  setTimeout(verifyUnasked, firstAfterMs).unref();
  setInterval(verifyUnasked, everyMs).unref();

  return {
    async search(filter, place, operator) {
      requireMayLook(operator);
      return audit.search(filter, place);
    },
    standing(operator) {
      requireMayLook(operator);
      return standing;
    },
    async verify(operator) {
      requireMayLook(operator);
      return verifyOnce();
    },
    async export(filter, operator) {
      requireMayLook(operator);
      await recordFact(audit, { event: "audit.export", by: operator, detail: { ...filter } });
      return audit.readMatching(filter);
    },
  };
}

function requireMayLook({ name, sees }: Operator): void {
  if (sees !== "everything") throw new NotAllowed(`${name} may not see the audit`);
}
