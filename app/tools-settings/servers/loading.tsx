import { ServersSkeleton } from "@/components/servers/servers-skeleton";

export default function Loading() {
  return <ServersSkeleton />;
}
