import type { Words } from "@/components/words/words";
import { formats } from "./formats";

export const toolWords: Words["toolWords"] = {
  panel: {
    short: "Panel-Sitzungen",
    title: "Aktive Panel-Sitzungen",
    purpose: "Wer bei Rollcall selbst angemeldet ist und von wo.",
  },
  ftp: {
    short: "FTP-Sitzungen",
    title: "Aktive FTP-Sitzungen",
    purpose: "Wer über FTP verbunden ist und welche Dateien gerade übertragen werden.",
  },
  terminal: {
    short: "Terminalsitzungen",
    title: "Aktive Terminaldienste-Sitzungen",
    purpose:
      "Wer auf Windows- und Linux-Servern angemeldet ist, an der Konsole oder aus der Ferne.",
  },
  servers: {
    short: "Server",
    title: "Server",
    purpose: "Welche Server Rollcall fragt, wie es sie erreicht und wie es ihnen geht.",
  },
  domains: {
    short: "Domains",
    title: "Domains",
    purpose: "Welche Domains und FTP-Konten wem gehören.",
  },
  users: {
    short: "Benutzer",
    title: "Benutzer",
    purpose: "Wer sich bei Rollcall anmelden darf und was jeder sehen und tun darf.",
  },
  audit: {
    short: "Protokoll",
    title: "Protokoll",
    purpose: "Wer sich angemeldet und wer was getan hat; Änderungen daran fallen auf.",
  },
  settings: {
    short: "Einstellungen",
    title: "Einstellungen",
    purpose: "Wie lange eine Anmeldung gilt und wie viele jemand zugleich haben darf.",
  },
};

const { formFor } = formats;

export const toolCountWords: Words["toolCountWords"] = {
  counted(kind, count) {
    switch (kind) {
      case "servers":
        return "Server";
      case "domains":
        return formFor(count, "Domain", "Domains");
      case "users":
        return "Benutzer";
      case "panel":
      case "ftp":
      case "terminal":
      case "audit":
      case "settings":
        return formFor(count, "Sitzung", "Sitzungen");
    }
  },
  unknown: "Nicht bekannt",
  noSource: "Noch kein Server hinzugefügt",
  silent: (servers) => `Keine Antwort von ${servers}`,
  stale: (servers) => `Alte Antwort von ${servers}`,
};
