import type { SourceLabel } from "@/lib/sessions/roll";

const titles: Readonly<Record<SourceLabel["provider"], string>> = {
  proftpd: "ProFTPD",
  pureftpd: "Pure-FTPd",
  vsftpd: "vsftpd",
  windows: "Windows",
  "linux-logins": "Linux logins",
  panel: "Rollcall",
};

/** The software of a source as people call it. */
export function sourceTitle(provider: string): string {
  return titles[provider] ?? provider;
}
