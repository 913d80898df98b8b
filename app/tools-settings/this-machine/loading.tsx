import { ThisMachineSkeleton } from "@/components/this-machine/this-machine-skeleton";

export default function Loading() {
  return <ThisMachineSkeleton />;
}
