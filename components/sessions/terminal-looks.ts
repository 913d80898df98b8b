import {
  CircleHelp,
  CirclePower,
  Hourglass,
  type LucideIcon,
  MonitorCheck,
  MonitorDot,
  MonitorOff,
  Moon,
  Radio,
  RotateCcw,
  ScanEye,
  Unplug,
} from "lucide-react";
import type { TerminalSession, TerminalStatus } from "@/lib/sessions/session";
import type { Tone } from "./cells";

export const terminalStatusLooks = {
  "logged-in": { icon: MonitorCheck, tone: "down" },
  connected: { icon: MonitorDot, tone: "muted" },
  disconnected: { icon: Unplug, tone: "stale" },
  idle: { icon: Moon, tone: "muted" },
  listening: { icon: Radio, tone: "muted" },
  "connect-query": { icon: Hourglass, tone: "muted" },
  shadowing: { icon: ScanEye, tone: "up" },
  reset: { icon: RotateCcw, tone: "muted" },
  down: { icon: MonitorOff, tone: "danger" },
  init: { icon: CirclePower, tone: "muted" },
  unknown: { icon: CircleHelp, tone: "muted" },
} as const satisfies Record<TerminalStatus, { readonly icon: LucideIcon; readonly tone: Tone }>;

/** The services of every Windows are disconnected for good, which is nothing to look at. */
export function lookOf({ status, isService }: TerminalSession): {
  readonly icon: LucideIcon;
  readonly tone: Tone;
} {
  const look = terminalStatusLooks[status];
  return isService ? { ...look, tone: "muted" } : look;
}
