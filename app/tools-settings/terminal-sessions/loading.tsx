import { SessionsSkeleton } from "@/components/sessions/sessions-skeleton";

export default function Loading() {
  return <SessionsSkeleton kind="terminal" />;
}
