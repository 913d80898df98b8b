import { z } from "zod";
import { defineProvider, type SessionProvider } from "@/lib/sessions/session-provider";
import { openPanelSource, type PanelSessionRows } from "./open-panel-source";

/** Rollcall's own sessions: kept in its database, so no transport is needed to reach them. */
export function createPanelProvider(rows: PanelSessionRows): SessionProvider {
  return defineProvider({
    name: "panel",
    kind: "panel",
    title: "Rollcall",
    settingsSchema: z.strictObject({}).readonly(),
    open: (sourceId) => openPanelSource(sourceId, rows),
  });
}
