import {
  AppWindow,
  FolderSync,
  Globe,
  type LucideIcon,
  MonitorCheck,
  ScrollText,
  Server,
  SlidersHorizontal,
  Users,
} from "lucide-react";
import type { ToolKind } from "@/lib/sessions/tool-state";

/** The address and the sign of each tool. */
export const toolLooks = {
  panel: { href: "/tools-settings/panel-sessions", icon: MonitorCheck },
  ftp: { href: "/tools-settings/ftp-sessions", icon: FolderSync },
  terminal: { href: "/tools-settings/terminal-sessions", icon: AppWindow },
  servers: { href: "/tools-settings/servers", icon: Server },
  domains: { href: "/tools-settings/domains", icon: Globe },
  users: { href: "/tools-settings/users", icon: Users },
  audit: { href: "/tools-settings/audit", icon: ScrollText },
  settings: { href: "/tools-settings/settings", icon: SlidersHorizontal },
} as const satisfies Record<ToolKind, { readonly href: string; readonly icon: LucideIcon }>;
