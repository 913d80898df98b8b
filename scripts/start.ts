import "./build";

await import("../server");
