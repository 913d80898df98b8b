import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@/lib/store/migrate";
import { findMissingSql, migrationsFolder } from "@/lib/store/schema-engine";

/** Writes the next migration: what the models say beyond a database made by all migrations so far. */
async function writeMigration(name: string | undefined): Promise<string> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    return "Usage: npm run migration -- <name>, of small letters, digits and _";
  }
  const sql = await findNextSql();
  if (sql === null) return "The models say nothing new: no migration is needed.";
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  return `Wrote ${folder}: read it before you keep it.`;
}

async function findNextSql(): Promise<string | null> {
  const scratch = await mkdtemp(join(tmpdir(), "rollcall-migration-"));
  try {
    const databaseUrl = `file:${join(scratch, "scratch.db")}`;
    await migrate(databaseUrl);
    return await findMissingSql(databaseUrl);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

process.stdout.write(`${await writeMigration(process.argv[2])}\n`);
