import { expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import { createLocalTransport } from "@/lib/transports/local";
import { clockPart, createSteadyBoot, parseClock } from "./server-clock";

const text = "btime 1700000000\nrollcall-uptime 100.50\n";

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

it("keeps the time of boot while the kernel's own answer wavers by a second", () => {
  const steady = createSteadyBoot();
  expect([1000, 2000, 0, 60_000, 61_000].map(steady)).toEqual([1000, 1000, 1000, 60_000, 60_000]);
});
