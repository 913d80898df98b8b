import { config } from "zod";

// Zod tries whether it may compile its schemas; our policy forbids that, and browsers report each try.
config({ jitless: true });
