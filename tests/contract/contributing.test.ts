import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { blocksOf, documentAt } from "@/tests/support/documents";

const text = documentAt("CONTRIBUTING.md");

it("CONTRIBUTING shows the whole example of a provider, as it is run", () => {
  const files = globSync("docs/example-provider/openssh-sftp/*");
  expect(files).toHaveLength(4);
  for (const file of files) {
    const shown = `\`${basename(file)}\`\n\n\`\`\`ts\n${readFileSync(file, "utf8")}\`\`\`\n`;
    expect(text).toContain(shown);
  }
});

const rulesSchema = z.object({
  overrides: z.array(z.object({ includes: z.array(z.string()), linter: z.unknown() })),
});

/** What a room may import, by its folder. */
function readRules(): ReadonlyMap<string, readonly string[]> {
  const { overrides } = rulesSchema.parse(JSON.parse(readFileSync("biome.rooms.json", "utf8")));
  return new Map(
    overrides
      .filter(({ includes }) => includes.length === 2)
      .map(({ includes: [room = ""], linter }) => {
        const allowed = JSON.stringify(linter).matchAll(/"!@\/([\w/-]+?)(?:\/\*\*)?"/g);
        return [room.replace("/**", ""), [...allowed].map(([, path = ""]) => path)];
      }),
  );
}

it("the picture of the house has every room, and no arrow that lint forbids", () => {
  const [picture = ""] = blocksOf("mermaid", [text]);
  const labels = [...picture.matchAll(/(\w+)\(?\["([\w./-]+)[^"]*"\]/g)];
  const paths = new Map(
    labels.map(([, id = "", path = ""]) => [id, path.replace(/\/$|\.ts$/, "")]),
  );
  const rules = readRules();
  expect(rules.size).toBeGreaterThan(9);
  expect([...rules.keys()].filter((room) => ![...paths.values()].includes(room))).toEqual([]);

  const plain = picture.replaceAll(/\(?\["[^"]*"\]\)?/g, "");
  const arrows = [...plain.matchAll(/^ *(\w+) --> (\w+)$/gm)].map(([, from = "", to = ""]) => [
    paths.get(from) ?? from,
    paths.get(to) ?? to,
  ]);
  expect(arrows.length).toBeGreaterThan(20);
  const forbidden = arrows.filter(([from = "", to = ""]) => {
    const allowed = rules.get(from);
    return allowed && !allowed.includes(to);
  });
  expect(forbidden).toEqual([]);
});
