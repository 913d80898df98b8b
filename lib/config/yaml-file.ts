import { type Document, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { type Problem, toConfigError } from "./config-error";

type Path = readonly PropertyKey[];
type Variables = Readonly<Record<string, string | undefined>>;

export interface YamlFile {
  readonly value: unknown;
  /** Places of variables that are not set: what stands there is empty. */
  readonly unset: readonly Problem[];
  problem(path: Path, message: string): Problem;
}

/**
 * Parses YAML 1.2 and puts environment variables in the place of `${NAME}`. Without variables, which
 * is for text that came from a browser, each is a mistake.
 * @throws ConfigError for a file that is no YAML
 */
export function openYaml(fileName: string, text: string, variables: Variables | null): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const toProblem = (offset: number, path: Path, message: string): Problem => {
    const { line } = lines.linePos(offset);
    const where = toText(path);
    const sentence = `${fileName}:${line}: ${where}${where && ": "}${message}`;
    return { line, path: where, sentence };
  };
  const broken = document.errors.map(({ code, message, pos }) =>
    toProblem(pos[0], [], code === "MULTIPLE_DOCS" ? oneDocument : message),
  );
  if (broken.length > 0) throw toConfigError(broken);

  const unset: Problem[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== "string") return;
      node.value = node.value.replace(/\$\{([^}]*)\}/g, (_all, name: string) => {
        const value = variables?.[name];
        if (value !== undefined) return value;
        const message = variables
          ? `the environment variable ${name} is not set`
          : `an import reads no environment variables: write what ${name} stands for`;
        unset.push(toProblem(node.range?.[0] ?? 0, toPath(key, ancestors), message));
        return "";
      });
    },
  });
  return {
    value: toValue(document, toProblem),
    unset,
    problem: (path, message) => toProblem(offsetOf(document, path), path, message),
  };
}

const oneDocument = "a second document begins here: put all into one, without the line ---";

/** Aliases are followed here, and not before: a file of ten lines can hold a billion of them. */
function toValue(
  document: Document,
  toProblem: (offset: number, path: Path, message: string) => Problem,
): unknown {
  const problems: Problem[] = [];
  let lastAlias = 0;
  visit(document, {
    Alias(key, node, ancestors) {
      lastAlias = node.range?.[0] ?? 0;
      if (node.resolve(document)) return;
      const message = `the alias *${node.source} has no anchor above it: write the value out`;
      problems.push(toProblem(lastAlias, toPath(key, ancestors), message));
    },
  });
  if (problems.length > 0) throw toConfigError(problems);
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = "the aliases up to here stand for too much: write the values out";
    throw toConfigError([toProblem(lastAlias, [], message)]);
  }
}

/** The place itself, or what is nearest around it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

function toPath(key: unknown, ancestors: readonly unknown[]): Path {
  return ancestors.flatMap((ancestor, depth): Path => {
    const next = ancestors[depth + 1];
    if (isSeq(ancestor)) return [next === undefined ? Number(key) : ancestor.items.indexOf(next)];
    return isPair(ancestor) && isScalar(ancestor.key) ? [String(ancestor.key.value)] : [];
  });
}

function toText(path: Path): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return text.join("").replace(/^\./, "");
}
