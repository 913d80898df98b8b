import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { busyTimeoutMs } from "./database-file";

const folder = fileURLToPath(new URL("../../prisma/sqlite", import.meta.url));
export const migrationsFolder = join(folder, "migrations");

// Once a process: what an engine leaves behind would run into the memory of the next one.
let loading: Promise<void> | undefined;

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own migration engine, as WebAssembly: the `prisma` command would download one. It locks
 * the database until its connection is closed, which `free` leaves open, so that is done here.
 */
async function withSchemaEngine<Found>(
  databaseUrl: string,
  work: (engine: engineBindings.SchemaEngine) => Promise<Found>,
): Promise<Found> {
  loading ??= loadEngine();
  await loading;
  const { factory, closeAll } = keepConnections(
    new PrismaBetterSqlite3({ url: databaseUrl, timeout: busyTimeoutMs }),
  );
  try {
    const engine = await engineBindings.SchemaEngine.new(
      { datamodels: (await readModels()).map(({ path, content }) => [path, content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await closeAll();
  }
}

/** Applies what is missing of the migrations folder. */
export async function applyMigrations(databaseUrl: string): Promise<void> {
  const migrationDirectories = await readMigrations();
  await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
        shadowDbInitScript: "",
        migrationDirectories,
      },
      filters: noFilters,
    }),
  );
}

/** The SQL that is still missing between this database and the models; null when they agree. */
export async function findMissingSql(databaseUrl: string): Promise<string | null> {
  const files = await readModels();
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: folder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilters,
    }),
  );
  return exitCode === 0 ? null : stdout;
}

export async function listMigrationNames(): Promise<readonly string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function loadEngine(): Promise<void> {
  const bindings = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(dirname(bindings), "schema_engine_bg.wasm")),
    { "./schema_engine_bg.js": engineBindings },
  );
  engineBindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start !== "function") throw new Error("the schema engine has another shape by now");
  start();
}

function keepConnections(factory: SqlMigrationAwareDriverAdapterFactory): {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  closeAll(): Promise<void>;
} {
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  return {
    factory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => keep(factory.connect()),
      connectToShadowDb: () => keep(factory.connectToShadowDb()),
    },
    closeAll: async () => {
      for (const connection of opened) await connection.dispose();
    },
  };
}

async function readModels() {
  const paths = [join(folder, "datasource.prisma"), join(folder, "models.prisma")];
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, "utf8") })));
}

async function readMigrations() {
  const names = await listMigrationNames();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
}
