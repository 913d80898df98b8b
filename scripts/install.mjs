// The first step of every npm script. Runs on the system's Node, before any package is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldest = [20, 19];
const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);

requireNode();
installPackages();
generateClient();
if (process.argv.includes("--test-tools")) installTestTools();

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  stop(`Rollcall needs Node ${oldest.join(".")} or newer, and this is ${process.versions.node}.`);
}

function installPackages() {
  const stamp = at("node_modules", ".rollcall-lock");
  const wanted = hashOf([at("package-lock.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing packages…");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

function generateClient() {
  const stamp = at("node_modules", ".rollcall-models");
  const wanted = hashOf([
    at("prisma", "models.prisma"),
    at("prisma", "sqlite", "datasource.prisma"),
  ]);
  const isThere = existsSync(at("lib", "store", "generated", "client.ts"));
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  // `generate` needs no engine, but the prisma command wants to download one at every call.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" };
  run(at("node_modules", ".bin", "prisma"), ["generate", "--schema", "prisma/sqlite"], env);
  writeFileSync(stamp, wanted);
}

/** Real programs that the tests run against. Without them the suites that need them are skipped by name. */
function installTestTools() {
  const packages = { chromium: "chromium", proftpd: "proftpd-core", sshd: "openssh-server" };
  const missing = Object.keys(packages).filter((program) => !hasProgram(program));
  if (missing.length === 0 || process.getuid?.() !== 0 || !hasProgram("apt-get")) return;
  const names = missing.map((program) => packages[program]);
  say(`Installing ${names.join(", ")} for the tests…`);
  // Debian starts a service as it installs it; the tests start their own and want no other.
  const policy = "/usr/sbin/policy-rc.d";
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...names];
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"] });
  spawnSync("apt-get", install, { stdio: ["ignore", "ignore", "inherit"], env });
  if (isOurs) spawnSync("rm", ["-f", policy]);
}

function hasProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      return false;
    }
  });
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

function run(command, args, env = process.env) {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0)
    stop(`${stderr ?? ""}\n${command} ${args[0]} failed${error ? `: ${error.message}` : ""}.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
