import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseScoreboard } from "@/lib/providers/proftpd/parse-scoreboard";
import { median } from "./measure";

const records = 10_000;
const headerBytes = 32;
const recordBytes = 624;
const capture = resolve(import.meta.dirname, "../../lib/providers/proftpd/fixtures/mix.scoreboard");

/** Captured records, one in every state, over and over. */
export function measureScoreboardReading(): void {
  const captured = readFileSync(capture);
  const all = captured.subarray(headerBytes);
  const count = all.length / recordBytes;
  const bodies = Array.from({ length: records }, (_, index) => {
    const at = (index % count) * recordBytes;
    return all.subarray(at, at + recordBytes);
  });
  const board = Buffer.concat([captured.subarray(0, headerBytes), ...bodies]);
  const nowMs = Date.now();
  const tookMs = Array.from({ length: 30 }, () => {
    const start = performance.now();
    const found = parseScoreboard(board, nowMs);
    if (found?.entries.length !== records) throw new Error("records were not read");
    return performance.now() - start;
  });
  const [ms, megabytes] = [median(tookMs), board.length / 1e6];
  process.stdout.write(
    `ftp: parsing ${records} scoreboard records (${megabytes.toFixed(1)} MB): ${ms.toFixed(1)} ms, ${Math.round(records / (ms / 1000))} records/s\n`,
  );
}
