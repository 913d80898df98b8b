import { Briefcase, type LucideIcon, Mail, ShieldUser, User } from "lucide-react";
import type { Role } from "@/lib/sessions/session";

export const roleIcons = {
  "server-administrator": ShieldUser,
  reseller: Briefcase,
  customer: User,
  "mailbox-owner": Mail,
} as const satisfies Record<Role, LucideIcon>;
