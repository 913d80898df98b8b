import { compareApiRows } from "./api-rows";
import { compareFtp } from "./ftp-list";
import { measureLive } from "./live";
import { compareSweeps } from "./sweep";
import { compareWindowsList } from "./windows-list";
import { compareWindowsParsing } from "./windows-parsing";

const all = {
  api: compareApiRows,
  ftp: compareFtp,
  windows: compareWindows,
  sweep: compareSweeps,
  live: measureLive,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in all));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown[0]}; there are ${Object.keys(all).join(", ")}.\n`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(all)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}

async function compareWindows(): Promise<void> {
  await compareWindowsParsing();
  await compareWindowsList();
}
