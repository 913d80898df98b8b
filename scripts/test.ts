import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "rollcall-test-"));
try {
  runAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Lint, types, dead code, unit, contract and end-to-end, all of them even when one fails. */
function runAll(): void {
  const tallies = [
    tool("biome", "check", "--error-on-warnings"),
    tool("next", "typegen"),
    // What tsc remembers of a run before can hide an error.
    tool("tsc", "--incremental", "false"),
    tool("knip"),
    // The contract of the live channel is tried on the built product too.
    tool("tsx", "scripts/build.ts"),
    vitest(),
    playwright(),
  ];
  const [passed, failed, skipped] = (["passed", "failed", "skipped"] as const).map((key) =>
    tallies.reduce((sum, tally) => sum + tally[key], 0),
  );
  const skips = skipped ? `, ${skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${skips}\n`);
  process.exitCode = failed ? 1 : 0;
}

/** A tool counts as one test. */
function tool(name: string, ...args: readonly string[]): Tally {
  const ok = run(name, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function vitest(): Tally {
  const report = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = run("vitest", ["run", ...reporters]);
  const { numPassedTests, numFailedTests, numPendingTests } = readReport(report);
  const failed = Number(numFailedTests ?? 0);
  return {
    passed: Number(numPassedTests ?? 0),
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(numPendingTests ?? 0),
  };
}

function playwright(): Tally {
  const report = join(folder, "playwright.json");
  const ok = run("playwright", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { expected, unexpected, flaky, skipped } = toRecord(readReport(report)["stats"]);
  const failed = Number(unexpected ?? 0) + Number(flaky ?? 0);
  return {
    passed: Number(expected ?? 0),
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(skipped ?? 0),
  };
}

function run(
  name: string,
  args: readonly string[],
  extraEnv: Record<string, string> = {},
): boolean {
  process.stdout.write(`\n> ${[name, ...args].join(" ")}\n`);
  const env = { ...process.env, ...extraEnv, NEXT_TELEMETRY_DISABLED: "1" };
  const program = join(root, "node_modules", ".bin", name);
  return spawnSync(program, args, { cwd: root, env, stdio: "inherit" }).status === 0;
}

/** Empty when the runner died before it wrote one; its exit code has failed by then. */
function readReport(path: string): Record<string, unknown> {
  try {
    return toRecord(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return {};
    throw error;
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
