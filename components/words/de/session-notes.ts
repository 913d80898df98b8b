import type { Words } from "@/components/words/words";

export const ftpNotes: Words["ftpNotes"] = {
  clientGone:
    "Die Verbindung des Clients ist weg, aber der FTP-Server hat es nicht bemerkt. Das kann eine Weile so bleiben.",
  command: (command) => `Befehl: ${command}`,
  clientView: (folder) => `Aus Sicht des Clients: ${folder}`,
  clientViewOnly: "Aus Sicht des Clients. Wo das auf dem Server ist, ist nicht bekannt.",
  home: (folder) => `Startordner: ${folder}`,
  virtualHost: (name) => `Virtueller Host: ${name}`,
  soFar: (bytes) => `Bisher ${bytes}`,
  protocol: (protocol) => `Verbunden über ${protocol}`,
};

export const terminalNotes: Words["terminalNotes"] = {
  ownWord: (word) => `Der Server sagt: ${word}`,
  active: "In der letzten Minute aktiv",
  idle: (elapsed) => `Seit ${elapsed} untätig`,
  idleText: (text) => `Untätig, in den Worten des Servers: ${text}`,
  id: (id) => `Sitzung ${id}`,
  process: (pid) => `Prozess ${pid}`,
  from: (client) => `Von ${client}`,
  fromAsTold: (client) => `Von ${client}, wie der Client angibt`,
  signedIn: (elapsed) => `Vor ${elapsed} angemeldet`,
  logonText: (text) => `Angemeldet, in den Worten des Servers: ${text}`,
};

export const notOfferedWords: Words["notOfferedWords"] = {
  linuxDisconnect: "Anmeldungen unter Linux lassen sich nicht trennen",
  disconnected: "Bereits getrennt",
  console: "Windows trennt die Konsole nicht",
  linuxMessage: "Anmeldungen unter Linux erhalten keine Nachrichten",
  mayNotEnd: "Das Konto von Rollcall darf das dort nicht",
  notOffered: "Der Server bietet das nicht an",
};

export const notSelectableWords: Words["notSelectableWords"] = {
  own: "Dies ist Ihre eigene Sitzung. Um sie zu beenden, melden Sie sich ab.",
  service: "Dienste und Listener gehören zum System. Sie werden von hier nie beendet.",
  nobody: "In dieser Sitzung ist niemand angemeldet, also gibt es nichts zu beenden.",
  stale:
    "Der Server antwortet jetzt nicht, sie kann also vorbei sein. Aktionen sind aus, bis er antwortet.",
  ended: "Diese Sitzung ist beendet.",
};
