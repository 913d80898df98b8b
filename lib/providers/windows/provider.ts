import { z } from "zod";
import { problemWords } from "@/lib/sessions/problem-words";
import { defineProvider } from "@/lib/sessions/session-provider";
import { isKnownCodePage } from "./code-page";
import { openWindowsSource } from "./open-windows-source";

const settingsSchema = z.strictObject({
  /** With `off`, PowerShell is never started. */
  wts: z.enum(["auto", "off"]).default("auto"),
  codePage: z
    .union([z.literal("auto"), z.int().refine(isKnownCodePage, problemWords.noCodePage)])
    .default("auto"),
});

export const windowsProvider = defineProvider({
  name: "windows",
  kind: "terminal",
  title: "Windows Terminal Services",
  settingsSchema,
  open: (sourceId, { wts, codePage }, transport) =>
    openWindowsSource(
      { sourceId, givenCodePage: codePage === "auto" ? null : codePage, usesWts: wts === "auto" },
      transport,
    ),
});
