import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { z } from "zod";
import type { Knock, Refusal } from "./refusal";

/** What pages answer beside being shown: by Next's own word, the actions that each of them may call. */
export type PageActions = readonly {
  readonly page: RegExp;
  readonly ids: ReadonlySet<string>;
}[];

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })),
});

/** Of the pages that were built in this folder. */
export function readPageActions(folder: string): PageActions {
  const file = join(folder, ".next", "server", "server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const calls = Object.entries(node).flatMap(([id, { workers }]) =>
    Object.keys(workers).map((worker) => ({ id, worker })),
  );
  return [...Map.groupBy(calls, ({ worker }) => worker)].map(([worker, ofPage]) => ({
    page: toPage(worker),
    ids: new Set(ofPage.map(({ id }) => id)),
  }));
}

/**
 * Why this is no request for a page or for one of its actions, before anything reads its body. Next
 * would show the page instead, or ask the page that has the action by itself, from its own address.
 * Nothing is refused where the actions are not known.
 */
export function pageRefusal(
  { method, url = "", headers }: Pick<Knock, "method" | "url" | "headers">,
  pages: PageActions | undefined,
): Refusal | undefined {
  if (!pages || url.startsWith("/api/")) return undefined;
  if (/^\/_(?!next\/static\/)/.test(url)) return { status: 404, message: "There is nothing here." };
  if (!isRouterState(headers["next-router-state-tree"])) {
    return { status: 400, message: "Next-Router-State-Tree holds no state of a router." };
  }
  if (method !== "POST") return undefined;
  const [path = ""] = url.split("?", 1);
  const ids = pages.find(({ page }) => page.test(path))?.ids ?? new Set<string>();
  const id = headers["next-action"];
  if (id === undefined) {
    const isForm = ids.size > 0 && /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");
    return isForm ? undefined : { status: 404, message: "Nothing here answers this POST." };
  }
  if (typeof id === "string" && ids.has(id)) return undefined;
  return {
    status: 404,
    message: "This page has no such action, or has been updated: load it again.",
    isOutdated: true,
  };
}

/** Next asks this only once it is busy with the page, and takes a no for a bug. */
function isRouterState(header: IncomingHttpHeaders[string]): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** "app/(in)/servers/[id]/page" as what its address looks like. */
function toPage(worker: string): RegExp {
  const parts = worker
    .split("/")
    .slice(1, -1)
    .filter((part) => !/^[(@]/.test(part))
    .map((part) => (part.startsWith("[") ? "[^/]+" : part.replace(/[^\w-]/g, "\\$&")));
  return new RegExp(`^/${parts.join("/")}$`);
}
