import { LineCounter, parseDocument, visit } from "yaml";
import { ConfigError } from "./config-error";

type Path = readonly PropertyKey[];

export interface YamlFile {
  readonly value: unknown;
  /** A sentence that names the file, the line and the path. */
  problem(path: Path, message: string): string;
}

/**
 * Parses YAML 1.2 and puts environment variables in the place of `${NAME}`.
 * @throws ConfigError for a file that is no YAML, and for variables that are not set
 */
export function openYaml(
  fileName: string,
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const problems = document.errors.map(
    ({ message, pos }) => `${fileName}:${lineOf(pos[0])}: ${message}`,
  );

  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== "string") return;
      node.value = node.value.replace(/\$\{([^}]*)\}/g, (_all, name: string) => {
        const value = variables[name];
        if (value !== undefined) return value;
        const line = lineOf(node.range?.[0] ?? 0);
        problems.push(`${fileName}:${line}: the environment variable ${name} is not set`);
        return "";
      });
    },
  });
  if (problems.length > 0) throw new ConfigError(problems);

  const lineAt = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (hasRange(node)) return lineOf(node.range[0]);
    }
    return 1;
  };
  return {
    value: document.toJS(),
    problem: (path, message) => `${fileName}:${lineAt(path)}: ${toText(path)}${message}`,
  };
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

function toText(path: Path): string {
  if (path.length === 0) return "";
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return `${text.join("").replace(/^\./, "")}: `;
}
