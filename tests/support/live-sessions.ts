import type { FtpSession, PanelSession } from "@/lib/sessions/session";

export function panelSession(id: string, user: string, sourceId = "here/panel"): PanelSession {
  return {
    kind: "panel",
    ref: { sourceId, id, user, start: "2026-01-05T10:00:00.000Z", name: null },
    user,
    type: "customer",
    remoteAddress: "192.0.2.7",
    peerAddress: null,
    userAgent: null,
    startedAt: new Date("2026-01-05T10:00:00Z"),
    idleSeconds: null,
  };
}

export function ftpSession(pid: number, user: string | null, sourceId = "web01/ftp"): FtpSession {
  return {
    kind: "ftp",
    ref: { sourceId, id: String(pid), user, start: "4711", name: null },
    user,
    type: null,
    status: user === null ? "connecting" : "uploading",
    remoteAddress: "2001:db8::1",
    startedAt: new Date("2026-01-05T10:00:00Z"),
    connectedSeconds: null,
    idleSeconds: null,
    command: user === null ? null : "STOR",
    domain: null,
    virtualHost: null,
    home: null,
    location: "/var/www/vhosts/example.com/httpdocs/pictures of the year",
    clientLocation: "/pictures of the year",
    fileName: "größte Datei.zip",
    filePath: null,
    bytesTransferred: 1_000_000,
    bytesPerSecond: 10_000,
    progressPercent: null,
    protocol: "FTP",
    pid,
  };
}
