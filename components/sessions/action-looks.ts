import { LogOut, type LucideIcon, MessageSquare, OctagonX, Unplug, UserMinus } from "lucide-react";
import type { SessionAction } from "@/lib/sessions/session-action";

interface ActionLook {
  readonly icon: LucideIcon;
  /** The button that opens the dialog. */
  readonly button: "quiet" | "plain" | "danger";
  /** The button that does it: red only for what ends something. */
  readonly consent: "accent" | "danger";
}

export const actionLooks = {
  remove: { icon: UserMinus, button: "danger", consent: "danger" },
  forceRemove: { icon: OctagonX, button: "plain", consent: "danger" },
  disconnect: { icon: Unplug, button: "plain", consent: "accent" },
  logOff: { icon: LogOut, button: "danger", consent: "danger" },
  reset: { icon: OctagonX, button: "plain", consent: "danger" },
  sendMessage: { icon: MessageSquare, button: "quiet", consent: "accent" },
} as const satisfies Record<SessionAction, ActionLook>;
