import { auditWords } from "@/components/audit/audit-words";
import { TableSkeleton } from "@/components/frame/table-skeleton";
import { toolWords } from "@/components/words";

export default function Loading() {
  return <TableSkeleton title={toolWords.audit.title} loading={auditWords.loading} hasSearch />;
}
