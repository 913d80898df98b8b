import { say } from "@/lib/log";

process.env["NEXT_TELEMETRY_DISABLED"] = "1";

await import("./build");
await import("../server");

// When the installing step began, where there was one.
const [, , beganAtMs = performance.timeOrigin] = process.argv;
say(`Started in ${((Date.now() - Number(beganAtMs)) / 1000).toFixed(1)} s.`);
