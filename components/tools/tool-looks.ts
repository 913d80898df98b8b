import { AppWindow, FolderSync, type LucideIcon, MonitorCheck, Server } from "lucide-react";
import type { ToolKind } from "@/lib/sessions/tool-state";

/** The address and the sign of each tool. */
export const toolLooks = {
  panel: { href: "/tools-settings/panel-sessions", icon: MonitorCheck },
  ftp: { href: "/tools-settings/ftp-sessions", icon: FolderSync },
  terminal: { href: "/tools-settings/terminal-sessions", icon: AppWindow },
  servers: { href: "/tools-settings/servers", icon: Server },
} as const satisfies Record<ToolKind, { readonly href: string; readonly icon: LucideIcon }>;
