import {
  ArrowDown,
  ArrowUp,
  CircleHelp,
  Globe,
  IdCard,
  List,
  Loader,
  type LucideIcon,
  Moon,
  Plug,
  Unplug,
  User,
  UserX,
} from "lucide-react";
import type { FtpAccountType, FtpStatus } from "@/lib/sessions/session";
import type { Tone } from "./cells";

export const ftpTypeIcons = {
  registered: IdCard,
  anonymous: UserX,
  "website-administrator": Globe,
  "web-user": User,
  "not-registered": CircleHelp,
} as const satisfies Record<FtpAccountType, LucideIcon>;

export const ftpStatusLooks = {
  connecting: { icon: Plug, tone: "muted" },
  idle: { icon: Moon, tone: "muted" },
  listing: { icon: List, tone: "muted" },
  uploading: { icon: ArrowUp, tone: "up" },
  downloading: { icon: ArrowDown, tone: "down" },
  working: { icon: Loader, tone: "muted" },
  "client-gone": { icon: Unplug, tone: "stale" },
} as const satisfies Record<FtpStatus, { readonly icon: LucideIcon; readonly tone: Tone }>;
