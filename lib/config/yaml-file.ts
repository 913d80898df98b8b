import { type Document, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { type Reason, reason } from "@/lib/sessions/reason";
import { type Problem, toConfigError } from "./config-error";

type Path = readonly PropertyKey[];
type Variables = Readonly<Record<string, string | undefined>>;

export interface YamlFile {
  readonly value: unknown;
  /** Places of variables that are not set: what stands there is empty. */
  readonly unset: readonly Problem[];
  problem(path: Path, why: Reason): Problem;
}

/**
 * Parses YAML 1.2 and puts environment variables in the place of `${NAME}`. Without variables, which
 * is for text that came from a browser, each is a mistake.
 * @throws ConfigError for a file that is no YAML
 */
export function openYaml(fileName: string, text: string, variables: Variables | null): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const toProblem = (offset: number, path: Path, why: Reason): Problem => {
    const { line } = lines.linePos(offset);
    const where = toText(path);
    const place = [`${fileName}:${line}`, where].filter(Boolean).join(": ");
    return { line, path: where, place, why };
  };
  const broken = document.errors.map(({ code, message, pos }) =>
    toProblem(pos[0], [], toYamlReason(code, message)),
  );
  if (broken.length > 0) throw toConfigError(broken);

  const unset: Problem[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== "string") return;
      node.value = node.value.replace(/\$\{([^}]*)\}/g, (_all, name: string) => {
        const value = variables?.[name];
        if (value !== undefined) return value;
        const why = reason(variables ? "variableUnset" : "importsNoVariable", { name });
        unset.push(toProblem(node.range?.[0] ?? 0, toPath(key, ancestors), why));
        return "";
      });
    },
  });
  return {
    value: toValue(document, toProblem),
    unset,
    problem: (path, why) => toProblem(offsetOf(document, path), path, why),
  };
}

function toYamlReason(code: string, said: string): Reason {
  return code === "MULTIPLE_DOCS" ? reason("secondDocument") : reason("noYaml", { said });
}

/** Aliases are followed here, and not before: a file of ten lines can hold a billion of them. */
function toValue(
  document: Document,
  toProblem: (offset: number, path: Path, why: Reason) => Problem,
): unknown {
  const problems: Problem[] = [];
  let lastAlias = 0;
  visit(document, {
    Alias(key, node, ancestors) {
      lastAlias = node.range?.[0] ?? 0;
      if (node.resolve(document)) return;
      const why = reason("aliasWithoutAnchor", { name: node.source });
      problems.push(toProblem(lastAlias, toPath(key, ancestors), why));
    },
  });
  if (problems.length > 0) throw toConfigError(problems);
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw toConfigError([toProblem(lastAlias, [], reason("aliasesTooLarge"))]);
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
