import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { registerAuditCommand } from "@/cli/audit";
import { registerCheckCommand } from "@/cli/check";
import { registerSessionCommands } from "@/cli/sessions";
import { registerTokenCommands } from "@/cli/tokens";
import { registerTrustCommand } from "@/cli/trust";
import { registerUserCommands } from "@/cli/users";
import { documentAt, documents } from "@/tests/support/documents";

const readme = documentAt("README.md");
const all = [...documents.values()].join("\n");

it.each([...documents.keys()])("%s leads to files and headings that are there", (path) => {
  const text = documentAt(path);
  const targets = [
    ...[...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) => target),
    ...[...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = ""]) => target),
  ];
  const lost = targets.filter((target) => {
    const [file = "", heading] = target.split("#");
    const found = file === "" ? path : posix.join(posix.dirname(path), file);
    if (!existsSync(found)) return true;
    return heading !== undefined && !headingsOf(documentAt(found)).includes(heading);
  });
  expect(lost).toEqual([]);
});

it("README names each variable of the environment, and no other", () => {
  const read = [...readFileSync("lib/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm)];
  const table = readme.slice(readme.indexOf("## Environment"));
  const rows = [...table.matchAll(/^\| (`[A-Z_`, ]+`) /gm)].map(([, names = ""]) => names);
  const named = rows.flatMap((names) => names.match(/[A-Z_]+/g) ?? []);
  expect(named.sort()).toEqual(read.map(([, name = ""]) => name).sort());
});

describe("the command line", () => {
  const program = new Command("rollcall");
  for (const register of [
    registerUserCommands,
    registerTokenCommands,
    registerTrustCommand,
    registerCheckCommand,
    registerSessionCommands,
    registerAuditCommand,
  ]) {
    register(program);
  }
  const commands = program.commands.flatMap((command) =>
    command.commands.length > 0
      ? command.commands.map((part) => ({ words: `${command.name()} ${part.name()}`, part }))
      : [{ words: command.name(), part: command }],
  );
  const table = readme.slice(readme.indexOf("## Commands and API"));

  it.each(commands)("README tells of $words and all its options", ({ words, part }) => {
    expect(table).toContain(`\`${words}`);
    for (const { long } of part.options) expect(table).toContain(long);
  });

  it("understands each command that a document shows", () => {
    const shown = all.matchAll(/(?:rollcall --|rollcall\.mjs|`rollcall) ([a-z][a-z -]*[a-z])/g);
    const unknown = [...shown].filter(
      ([, line = ""]) => !commands.some(({ words }) => `${line} `.startsWith(`${words} `)),
    );
    expect(unknown.map(([line]) => line)).toEqual([]);
  });

  it("has each npm script that a document names", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    const named = [...all.matchAll(/npm (?:run )?(?:--silent )?(start|test|(?<=run .*)[\w:]+)/g)];
    expect(named.filter(([, name = ""]) => !scripts[name]).map(([line]) => line)).toEqual([]);
  });
});

/** As they are linked to. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}
