import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillStore } from "@/demo/fill-store";
import { accountRules } from "@/demo/ftp-accounts";
import { beginPanelLife } from "@/demo/panel-life";
import { panelPeople } from "@/demo/panel-people";
import { startDemoFleet } from "@/demo/start-demo-fleet";
import { readEnv } from "@/lib/env";
import { say } from "@/lib/log";
import { provideDemoLogins } from "@/lib/rollcall";
import { openStore } from "@/lib/store/open-store";

process.env["NEXT_TELEMETRY_DISABLED"] = "1";
await import("./build");

// Until the product listens for them itself.
const leave = () => process.exit(0);
process.on("SIGINT", leave).on("SIGTERM", leave);
const folder = mkdtempSync(join(tmpdir(), "rollcall-demo-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

takeFolder();
await fill();
process.off("SIGINT", leave).off("SIGTERM", leave);
await import("../server");
tellLogins();

/** Its passwords are known to everybody, so it listens on this machine alone, and knows of no real database. */
function takeFolder(): void {
  for (const name of Object.keys(process.env)) {
    if (/^ROLLCALL_|^DATABASE_URL$|^HOST$/.test(name)) delete process.env[name];
  }
  const configFile = join(folder, "rollcall.yaml");
  writeFileSync(configFile, accountRules);
  Object.assign(process.env, { ROLLCALL_DATA: folder, ROLLCALL_CONFIG: configFile });
}

async function fill(): Promise<void> {
  const env = readEnv();
  const hurried = { silentAt: 15, silentFor: 15, silentEvery: 30, newKeyAt: 20 };
  const fleet = await startDemoFleet(process.argv.includes("--hurry") ? { events: hurried } : {});
  const store = await openStore(env);
  await fillStore(store, env, fleet.servers);
  await beginPanelLife(store);
  provideDemoLogins(
    panelPeople.map(({ login, password, role, isViewer }) => ({ login, password, role, isViewer })),
  );
  fleet.run();
}

function tellLogins(): void {
  const logins = panelPeople.map(({ login, password, role, isViewer }) => {
    return `  ${login.padEnd(16)}${password.padEnd(24)}${role}${isViewer ? ", viewer" : ""}`;
  });
  say(`
Demo: simulated servers, nothing here is real, and nothing is left when you stop it (Ctrl+C).

${logins.join("\n")}
`);
}
