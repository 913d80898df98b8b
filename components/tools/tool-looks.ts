import { AppWindow, FolderSync, type LucideIcon, MonitorCheck } from "lucide-react";
import type { SessionKind } from "@/lib/sessions/session";

/** The address and the sign of each tool. */
export const toolLooks = {
  panel: { href: "/tools-settings/panel-sessions", icon: MonitorCheck },
  ftp: { href: "/tools-settings/ftp-sessions", icon: FolderSync },
  terminal: { href: "/tools-settings/terminal-sessions", icon: AppWindow },
} as const satisfies Record<SessionKind, { readonly href: string; readonly icon: LucideIcon }>;
