import { TableSkeleton } from "@/components/frame/table-skeleton";

export default function Loading() {
  return <TableSkeleton tool="domains" hasSearch />;
}
