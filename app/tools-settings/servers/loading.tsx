import { TableSkeleton } from "@/components/frame/table-skeleton";
import { serverWords } from "@/components/servers/server-words";
import { toolWords } from "@/components/words";

export default function Loading() {
  return <TableSkeleton title={toolWords.servers.title} loading={serverWords.loading} />;
}
