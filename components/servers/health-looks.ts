import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Clock,
  type LucideIcon,
  ServerOff,
  TriangleAlert,
} from "lucide-react";
import type { Tone } from "@/components/sessions/cells";
import type { HealthState } from "./server-health";

export const healthLooks = {
  answered: { icon: CircleCheck, tone: "down" },
  stale: { icon: Clock, tone: "stale" },
  partly: { icon: TriangleAlert, tone: "danger" },
  silent: { icon: ServerOff, tone: "danger" },
  notAsked: { icon: CircleDashed, tone: "muted" },
  unusable: { icon: ServerOff, tone: "danger" },
  nothing: { icon: CircleMinus, tone: "muted" },
} as const satisfies Record<HealthState, { readonly icon: LucideIcon; readonly tone: Tone }>;
