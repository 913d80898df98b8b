// The first step of every npm script. Runs on the system's Node, before any package is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldest = [20, 19];
const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);

requireNode();
installPackages();
generateClient();
if (process.argv.includes("--test-tools")) installTestTools();
if (process.argv.includes("--bench-tools")) installBenchTools();
// The one thing on stdout, for a script that says how long all of it took.
if (process.argv.includes("--tell-began")) process.stdout.write(`${performance.timeOrigin}`);

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
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) return;
  const absent = ["pure-ftpd", "vsftpd"].filter((name) => !existsSync(unpackedFolder(name)));
  const wanted = [...missingPackages(), ...absent];
  if (wanted.length === 0) return;
  say(`Installing ${wanted.join(", ")} for the tests…`);
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"] });
  absent.forEach(unpackPackage);
  // Asked again, for what was just unpacked may lack libraries.
  const missing = missingPackages();
  if (missing.length > 0) installWithoutStarting(missing);
}

/** What the sweep of the bench is measured against. */
function installBenchTools() {
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) return;
  const programs = { "parallel-ssh": "pssh", clush: "clustershell", ansible: "ansible-core" };
  const missing = Object.keys(programs).filter((program) => !hasProgram(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => programs[program]);
  say(`Installing ${packages.join(", ")} for the bench…`);
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"] });
  installWithoutStarting(packages);
}

function missingPackages() {
  const programs = {
    chromium: "chromium",
    proftpd: "proftpd-core",
    sshd: "openssh-server",
    sudo: "sudo",
    ss: "iproute2",
    gzip: "gzip",
    openssl: "openssl",
    loginctl: "systemd",
    "dbus-daemon": "dbus",
  };
  const missing = Object.keys(programs).filter((program) => !hasProgram(program));
  const packages = missing.map((program) => programs[program]);
  if (!existsSync("/usr/lib/proftpd/mod_tls.so")) packages.push("proftpd-mod-crypto");
  const pam = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/security`;
  if (!existsSync(`${pam}/pam_systemd.so`)) packages.push("libpam-systemd");
  if (lacksLibrary("pure-ftpd")) packages.push("libcap2", "libpam0g", "libsodium23", "libssl3");
  if (lacksLibrary("vsftpd")) packages.push("libcap2", "libpam0g", "libssl3", "libwrap0");
  return [...new Set(packages)];
}

function lacksLibrary(daemon) {
  const program = join(unpackedFolder(daemon), "usr", "sbin", daemon);
  if (!existsSync(program)) return false;
  return spawnSync("/usr/bin/ldd", [program], { encoding: "utf8" }).stdout.includes("not found");
}

/** Debian installs one FTP daemon only, so the others are unpacked; tests/support/programs.ts knows where. */
function unpackedFolder(name) {
  return at("node_modules", ".rollcall-test-tools", name);
}

function unpackPackage(name) {
  const target = unpackedFolder(name);
  const download = `${target}.part`;
  rmSync(download, { recursive: true, force: true });
  mkdirSync(download, { recursive: true });
  // As root, or apt warns that its own account may not write here.
  const fetch = "apt-get -qq -o APT::Sandbox::User=root download";
  const script = `cd "$1" && ${fetch} "$2" && dpkg-deb -x ./*.deb . && rm ./*.deb`;
  const { status } = spawnSync("sh", ["-c", script, "sh", download, name], { stdio: "ignore" });
  if (status === 0) renameSync(download, target);
  else say(`The package ${name} could not be fetched, so the tests that need it cannot run.`);
}

/** Debian starts a service as it installs it; the tests start their own and want no other. */
function installWithoutStarting(packages) {
  const policy = "/usr/sbin/policy-rc.d";
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  spawnSync("apt-get", install, { stdio: ["ignore", "ignore", "inherit"], env });
  if (isOurs) rmSync(policy, { force: true });
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
