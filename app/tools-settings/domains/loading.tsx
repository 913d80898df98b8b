import { domainWords } from "@/components/domains/domain-words";
import { TableSkeleton } from "@/components/frame/table-skeleton";
import { toolWords } from "@/components/words";

export default function Loading() {
  return <TableSkeleton title={toolWords.domains.title} loading={domainWords.loading} />;
}
