import type { Words } from "@/components/words/words";
import { formats } from "./formats";

export const ftpTypeWords: Words["ftpTypeWords"] = {
  registered: "Registriert",
  anonymous: "Anonym",
  "website-administrator": "Website-Administrator",
  "web-user": "Webbenutzer",
  "not-registered": "Nicht registriert",
};

export const ftpStatusWords: Words["ftpStatusWords"] = {
  connecting: "Verbindet",
  idle: "Untätig",
  listing: "Listet auf",
  uploading: "Lädt hoch",
  downloading: "Lädt herunter",
  working: "Arbeitet",
  "client-gone": "Client weg",
};

export const terminalStatusWords: Words["terminalStatusWords"] = {
  "logged-in": "Angemeldet",
  connected: "Verbunden",
  disconnected: "Getrennt",
  idle: "Untätig",
  listening: "Wartet",
  "connect-query": "Verbindet",
  shadowing: "Spiegelt",
  reset: "Setzt zurück",
  down: "Ausgefallen",
  init: "Startet",
  unknown: "Unbekannt",
};

const { formFor } = formats;

export const tallyWords: Words["tallyWords"] = {
  uploading: (count) => formFor(count, "lädt hoch", "laden hoch"),
  downloading: (count) => formFor(count, "lädt herunter", "laden herunter"),
  "logged-in": (count) => formFor(count, "angemeldet", "angemeldet"),
  disconnected: (count) => formFor(count, "getrennt", "getrennt"),
};
