import { expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import { createLocalTransport } from "@/lib/transports/local";
import { clockPart, createSteadyClock, parseClock } from "./server-clock";

const text = "rollcall-uptime 10050\nrollcall-now 1700000100.500000001\n";

it("tells this machine's time", async () => {
  const transport = createLocalTransport();
  const command = shScript`${clockPart}\necho rollcall-end`;
  const { stdout } = await transport.run(command, AbortSignal.timeout(5000));
  const { nowMs } = parseClock(Buffer.from(stdout).toString());
  expect(Math.abs(nowMs - Date.now())).toBeLessThan(2000);
  await transport.close();
});

it("counts from the boot", () => {
  expect(parseClock(text)).toEqual({ bootMs: 1_700_000_000_000, nowMs: 1_700_000_100_500 });
});

it("says that a server without the /proc of Linux cannot be read", () => {
  expect(() => parseClock("rollcall-uptime \n")).toThrow("unreadable: it has no /proc");
});

it("says that hidden processes are the reason, instead of listing nobody", () => {
  expect(() => parseClock(`${text}rollcall-hidden\n`)).toThrow("hidepid");
});

it("is exact to the second where date knows no parts of one", () => {
  const { nowMs } = parseClock("rollcall-uptime 10050\nrollcall-now 1700000100.%N\n");
  expect(nowMs).toBe(1_700_000_100_000);
});

it("keeps the time of boot while what is worked out wavers by a second", () => {
  const steady = createSteadyClock();
  const at = (bootMs: number) => steady({ bootMs, nowMs: bootMs + 7 });
  expect([1000, 2000, 0].map((bootMs) => at(bootMs))).toEqual(
    new Array(3).fill({ bootMs: 1000, nowMs: 1007 }),
  );
  expect([60_000, 61_000].map((bootMs) => at(bootMs).bootMs)).toEqual([60_000, 60_000]);
});
