import type { Words } from "@/components/words/words";

const names: Readonly<Record<string, string>> = {
  proftpd: "ProFTPD",
  pureftpd: "Pure-FTPd",
  vsftpd: "vsftpd",
  windows: "Windows",
  panel: "Rollcall",
};

/** The software of a source as people call it; its whole name, where that is given. */
export function sourceTitle(
  { sourceWords }: Words,
  provider: string,
  name = names[provider] ?? provider,
): string {
  return provider === "linux-logins" ? sourceWords.linuxLogins : name;
}
