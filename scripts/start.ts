process.env["NEXT_TELEMETRY_DISABLED"] = "1";

await import("./build");
await import("../server");
