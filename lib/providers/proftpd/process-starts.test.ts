import { expect, it } from "vitest";
import { parseStarts } from "./process-starts";

const zeros = " 0".repeat(17);

function starts(...lines: readonly string[]) {
  const stdout = Buffer.from(["btime 1000", ...lines, ""].join("\n"));
  return parseStarts({ stdout, stderr: Buffer.from(""), exitCode: 0 });
}

it("reads the start of ProFTPD's processes, under inetd too", () => {
  const { bootMs, ticks } = starts(
    `12 (proftpd) S 1${zeros} 34 5`,
    `13 (in.proftpd) R 1${zeros} 56 7`,
    `14 (bash) S 1${zeros} 78 9`,
  );
  expect(bootMs).toBe(1_000_000);
  expect([...ticks]).toEqual([
    [12, 34],
    [13, 56],
  ]);
});

it("counts no zombie as alive, and no process that calls itself a line of another", () => {
  const { ticks } = starts(`12 (proftpd) Z 1${zeros} 34 5`, `9 (proftpd) S) S 1${zeros} 34 5`);
  expect(ticks.size).toBe(0);
});

it("is a refusal, not an empty list, where processes are hidden", () => {
  expect(() => starts("rollcall-hidden")).toThrow(expect.objectContaining({ code: "refused" }));
});
