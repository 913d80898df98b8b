import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { AuditHead } from "@/lib/sessions/audit-entry";

const headSchema = z.strictObject({
  seq: z.int().min(1),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Beside the database, how far the chain went: a cut of the table alone does not reach it. */
export function toHeadFile(databaseFile: string): string {
  return `${databaseFile}.audit-head`;
}

export async function readHeadFile(path: string): Promise<AuditHead | "none" | "damaged"> {
  try {
    const head = headSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return head.success ? head.data : "damaged";
  } catch (error) {
    if (error instanceof SyntaxError) return "damaged";
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "none";
    throw error;
  }
}

export async function writeHeadFile(path: string, { seq, mac }: AuditHead): Promise<void> {
  const unnamed = `${path}.${process.pid}`;
  await writeFile(unnamed, `${JSON.stringify({ seq, mac })}\n`, { mode: 0o600, flush: true });
  await rename(unnamed, path);
}
