import { Download } from "lucide-react";
import { useState } from "react";
import { countOf } from "@/components/format/format-count";
import { download } from "@/components/ui/download";
import { Menu } from "@/components/ui/menu";
import type { Session } from "@/lib/sessions/session";
import { kindWords } from "./session-words";
import { exportWords } from "./table-words";
import type { Screen } from "./use-screen";

const formats = ["csv", "json"] as const;

/** Hands out what is listed now, as far as it matches. */
export function ExportMenu<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { kind, shown, announce } = screen;
  const [isLost, setIsLost] = useState(false);
  const count = countOf(shown.length, kindWords[kind].one, kindWords[kind].many);

  const save = async (format: (typeof formats)[number]) => {
    // Loaded when it is used: few visits export.
    const writer = await import("./export-rows").catch(() => null);
    setIsLost(writer === null);
    if (!writer) return;
    const asOf = screen.roll.asOf;
    const text = writer.toExport[format](shown);
    download(`${kind}-sessions-${toFileTime(asOf)}.${format}`, text, writer.mediaTypes[format]);
    announce(exportWords.saved(count));
  };
  return (
    <Menu label={exportWords.title} icon={Download} isAtEnd>
      {(close) => (
        <>
          <p className="px-2.5 py-1 text-muted text-xs">{exportWords.what(count)}</p>
          {formats.map((format) => (
            <button
              key={format}
              type="button"
              className="flex h-8 w-full items-center rounded-lg px-2.5 text-left hover:bg-hover"
              onClick={() => void save(format).then(close)}
            >
              {exportWords[format]}
            </button>
          ))}
          {isLost && (
            <p role="alert" className="max-w-56 px-2.5 py-1 text-danger-word text-xs">
              {exportWords.lost}
            </p>
          )}
        </>
      )}
    </Menu>
  );
}

/** "2026-11-23T18-00-00Z": no file system minds it. */
function toFileTime(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
}
