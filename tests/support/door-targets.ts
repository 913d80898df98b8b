import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const server = resolve(import.meta.dirname, "..", "..", ".next", "server");
const names = z.record(z.string(), z.unknown());
const actionsSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: names }),
  ),
  edge: names,
});

const leads = z.array(z.object({ source: z.string(), internal: z.boolean().optional() }));
const leadsSchema = z.object({ redirects: leads, rewrites: z.record(z.string(), leads) });

export interface BuiltAction {
  /** Its file under app/, and its name. */
  readonly name: string;
  readonly id: string;
  /** Addresses of the pages that may call it. */
  readonly paths: readonly string[];
}

/** Pages and routes of app/, as the build names them. */
export function listRoutes(): readonly string[] {
  return Object.keys(names.parse(read("app-paths-manifest.json"))).sort();
}

/** What answers beside them: a pages folder, a proxy.ts before all, or an address that leads to another. */
export function listOthers(): readonly string[] {
  const { middleware } = z.object({ middleware: names }).parse(read("middleware-manifest.json"));
  const { redirects, rewrites } = leadsSchema.parse(read("../routes-manifest.json"));
  const leads = [
    ...redirects.filter(({ internal }) => !internal),
    ...Object.values(rewrites).flat(),
  ];
  return [
    ...Object.keys(names.parse(read("pages-manifest.json"))),
    ...Object.keys(middleware),
    ...leads.map(({ source }) => source),
  ];
}

export function listActions(): readonly BuiltAction[] {
  const { node, edge } = actionsSchema.parse(read("server-reference-manifest.json"));
  if (Object.keys(edge).length > 0) throw new Error("an action was built for another runtime");
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    name: `${filename.replace(/^app\//, "").replace(/(\/actions)?\.ts$/, "")} ${exportedName}`,
    id,
    paths: Object.keys(workers).map(toAddress),
  }));
}

/** "app/tools-settings/servers/page" as the address of the page. */
export function toAddress(built: string): string {
  return built.replace(/^app/, "").replace(/\/(page|route)$/, "") || "/";
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(server, name), "utf8"));
}
