import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openApi } from "@/tests/support/api";
import { freePort } from "@/tests/support/free-port";
import { waitFor } from "@/tests/support/wait-for";
import { compare } from "./measure";
import { startRollcallWithRows } from "./rollcall-with-rows";

const rows = 500;
const root = resolve(import.meta.dirname, "..", "..");

/** 500 rows through the API against a bare Next route handler that returns the same bytes. */
export async function compareApiRows(): Promise<void> {
  const rollcall = await startRollcallWithRows(rows, "refresh: { watchedSeconds: 3600 }");
  const { token } = await openApi(rollcall, "viewer");
  const headers = { authorization: `Bearer ${token}` };
  const listUrl = `${rollcall.url}/api/v1/sessions/terminal`;
  const body = await fetchText(`${listUrl}?fresh=1`, headers);
  const bare = await startBareNext(body);
  try {
    const bytes = Math.round(body.length / 1000);
    await compare({
      title: `api: ${rows} rows (${bytes} kB) against a bare Next route with the same bytes`,
      aim: 1.5,
      rounds: 500,
      subject: () => fetchText(listUrl, headers),
      baseline: () => fetchText(bare.url, headers),
    });
  } finally {
    await bare.stop();
    await rollcall.stop();
  }
}

async function fetchText(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

/** A Next application of one route, below the project so that it finds the same packages. */
async function startBareNext(body: string) {
  const folder = await mkdtemp(join(root, ".rollcall-bare-next-"));
  await mkdir(join(folder, "app", "rows"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "rows.json"), body);
  await writeFile(
    join(folder, "app", "layout.js"),
    "export default function Layout({ children }) { return <html><body>{children}</body></html>; }",
  );
  await writeFile(
    join(folder, "app", "rows", "route.js"),
    `import { readFileSync } from "node:fs";
const body = readFileSync(process.cwd() + "/rows.json", "utf8");
export const dynamic = "force-dynamic";
export function GET() {
  return new Response(body, { headers: { "content-type": "application/json" } });
}
`,
  );
  const next = join(root, "node_modules", ".bin", "next");
  const built = spawnSync(next, ["build"], { cwd: folder, encoding: "utf8" });
  if (built.status !== 0)
    throw new Error(`the bare application does not build: ${built.stdout}${built.stderr}`);
  const port = await freePort();
  const server = spawn(next, ["start", "-H", "127.0.0.1", "-p", String(port)], { cwd: folder });
  let output = "";
  server.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await waitFor(() => output.includes("Ready"), 20_000);
  return {
    url: `http://127.0.0.1:${port}/rows`,
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
