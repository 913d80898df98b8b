import { MySessionsSkeleton } from "@/components/my-sessions/my-sessions-skeleton";

export default function Loading() {
  return <MySessionsSkeleton />;
}
