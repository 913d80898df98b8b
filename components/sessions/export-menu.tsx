import { Download } from "lucide-react";
import { useState } from "react";
import { download } from "@/components/ui/download";
import { Menu } from "@/components/ui/menu";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import type { Screen } from "./use-screen";

const fileTypes = ["csv", "json"] as const;

/** Hands out what is listed now, as far as it matches. */
export function ExportMenu<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { exportWords, kindWords, formats } = useWords();
  const { kind, shown, announce } = screen;
  const [isLost, setIsLost] = useState(false);
  const count = formats.countOf(shown.length, kindWords[kind].one, kindWords[kind].many);

  const save = async (type: (typeof fileTypes)[number]) => {
    // Loaded when it is used: few visits export.
    const writer = await import("./export-rows").catch(() => null);
    setIsLost(writer === null);
    if (!writer) return;
    const asOf = screen.roll.asOf;
    const text = writer.toExport[type](shown);
    download(`${kind}-sessions-${toFileTime(asOf)}.${type}`, text, writer.mediaTypes[type]);
    announce(exportWords.saved(count));
  };
  return (
    <Menu label={exportWords.title} icon={Download} isAtEnd>
      {(close) => (
        <>
          <p className="px-2.5 py-1 text-muted text-xs">{exportWords.what(count)}</p>
          {fileTypes.map((type) => (
            <button
              key={type}
              type="button"
              className="flex h-8 w-full items-center rounded-lg px-2.5 text-left hover:bg-hover"
              onClick={() => void save(type).then(close)}
            >
              {exportWords[type]}
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
