import { readFilter } from "@/app/tools-settings/audit/read-search";
import { type ExportFormat, exportTypes, toExportText } from "@/components/audit/export-entries";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import type { FoundEntry } from "@/lib/sessions/audit-search";

/** What matches, in a file, as it is read: nobody waits for the last entry, and nothing holds them all. */
export async function GET(request: Request): Promise<Response> {
  const operator = await requireOperator();
  if (operator.sees !== "everything") return new Response(null, { status: 404 });
  // A page elsewhere may lead here, and it would be recorded as this person's wish.
  if (!ownFetchSites.has(request.headers.get("sec-fetch-site"))) {
    return new Response("Download the audit from its own page.", { status: 403 });
  }
  const { format = "csv", ...given } = Object.fromEntries(new URL(request.url).searchParams);
  if (!isFormat(format)) return new Response(null, { status: 404 });
  const pages = await rollcall().audit.export(readFilter(given), operator);
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  return new Response(toStream(toTexts(format, pages)), {
    headers: {
      "content-type": exportTypes[format],
      "content-disposition": `attachment; filename="rollcall-audit-${time}Z.${format}"`,
      "cache-control": "no-store",
    },
  });
}

/** Null: no browser. `none`: typed, or a bookmark. */
const ownFetchSites: ReadonlySet<string | null> = new Set([null, "none", "same-origin"]);

function isFormat(text: string): text is ExportFormat {
  return Object.hasOwn(exportTypes, text);
}

async function* toTexts(format: ExportFormat, pages: AsyncIterable<readonly FoundEntry[]>) {
  let isFirst = true;
  for await (const entries of pages) {
    yield toExportText(format, entries, isFirst);
    isFirst = false;
  }
  // A file without entries has its column names still.
  if (isFirst) yield toExportText(format, [], isFirst);
}

/** Reads on when the browser takes more. */
function toStream(texts: AsyncGenerator<string>) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
