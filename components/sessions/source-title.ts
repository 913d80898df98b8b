import type { Words } from "@/components/words/words";

const names: Readonly<Record<string, string>> = {
  proftpd: "ProFTPD",
  pureftpd: "Pure-FTPd",
  vsftpd: "vsftpd",
  windows: "Windows",
  panel: "Rollcall",
};

/** The software of a source as people call it. */
export function sourceTitle({ sourceWords }: Words, provider: string): string {
  return provider === "linux-logins" ? sourceWords.linuxLogins : (names[provider] ?? provider);
}
