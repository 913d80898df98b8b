#!/usr/bin/env node
// Runs the command on the Node that travels with the project; installs what is missing first.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const run = (program, args) => spawnSync(program, args, { stdio: "inherit" }).status ?? 1;

process.exitCode =
  run(process.execPath, [at("scripts/install.mjs")]) ||
  run(at("node_modules/.bin/node"), [
    at("node_modules/tsx/dist/cli.mjs"),
    "--tsconfig",
    at("tsconfig.json"),
    at("cli/rollcall.ts"),
    ...process.argv.slice(2),
  ]);
