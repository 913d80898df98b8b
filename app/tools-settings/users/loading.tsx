import { TableSkeleton } from "@/components/frame/table-skeleton";
import { userWords } from "@/components/users/user-words";
import { toolWords } from "@/components/words";

export default function Loading() {
  return <TableSkeleton title={toolWords.users.title} loading={userWords.loading} hasSearch />;
}
