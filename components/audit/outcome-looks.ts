import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  type LucideIcon,
} from "lucide-react";
import type { Tone } from "@/components/sessions/cells";
import type { AuditOutcome } from "@/lib/sessions/audit-entry";

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

export const askedLook: Look = { icon: CircleDashed, tone: "muted" };

export const outcomeLooks = {
  done: { icon: CircleCheck, tone: "down" },
  "already-gone": { icon: CircleCheck, tone: "muted" },
  replaced: { icon: CircleAlert, tone: "stale" },
  unconfirmed: { icon: CircleHelp, tone: "stale" },
  refused: { icon: Ban, tone: "danger" },
  failed: { icon: CircleX, tone: "danger" },
  gone: { icon: CircleCheck, tone: "down" },
  "still-there": { icon: CircleAlert, tone: "stale" },
  unknown: { icon: CircleHelp, tone: "stale" },
} as const satisfies Record<AuditOutcome, Look>;
