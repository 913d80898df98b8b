import { globSync, readFileSync } from "node:fs";

/** What people read, by its path from the root. */
export const documents: ReadonlyMap<string, string> = new Map(
  [...globSync("*.md"), ...globSync("docs/*.md")].map((path) => [path, readFileSync(path, "utf8")]),
);

export function documentAt(path: string): string {
  const text = documents.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

/** The blocks of code in this language, of one document or of all. */
export function blocksOf(language: string, texts: Iterable<string> = documents.values()) {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...texts].flatMap((text) => [...text.matchAll(block)].map(([, code = ""]) => code));
}
