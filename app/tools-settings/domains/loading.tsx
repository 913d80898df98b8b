import { DomainsSkeleton } from "@/components/domains/domains-skeleton";

export default function Loading() {
  return <DomainsSkeleton />;
}
