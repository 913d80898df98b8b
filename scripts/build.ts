import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  existsSync,
  constants as fileModes,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { startProblem } from "@/lib/start-problem";

const root = resolve(import.meta.dirname, "..");
const output = join(root, ".next");
const stamp = join(output, "rollcall-sources");
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "prisma/models.prisma",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

buildWhenChanged();

/** Builds the pages unless the last build was made of the same sources. */
function buildWhenChanged(): void {
  const wanted = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  requireWritable(existsSync(output) ? output : root);
  process.stderr.write("Building…\n");
  const next = join(root, "node_modules", ".bin", "next");
  const { status, stdout, stderr } = spawnSync(next, ["build"], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}\n${stderr}\nThe build failed: see above.\n`);
    process.exit(1);
  }
  packStaticFiles();
  writeFileSync(stamp, wanted);
}

/** As under systemd, where the program belongs to root: told in one sentence, and not by Next. */
function requireWritable(folder: string): void {
  try {
    accessSync(folder, fileModes.W_OK);
  } catch (error) {
    process.stderr.write(`${startProblem(error)}\n`);
    process.exit(1);
  }
}

/** Beside each file that browsers load, the same packed as best it can be: once here, and not at each visit. */
function packStaticFiles(): void {
  const files = filesIn(join(root, ".next", "static")).filter((file) => /\.(js|css)$/.test(file));
  for (const file of files) {
    const content = readFileSync(file);
    // Browsers take Brotli over https only.
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter(isBuilt)
    .flatMap((name) => filesIn(join(path, name)));
}

function isBuilt(name: string): boolean {
  return name !== "generated" && name !== "fixtures" && !name.endsWith(".test.ts");
}
