import { reasonText } from "@/components/words/reason-text";
import type { Words } from "@/components/words/words";
import type { Reason } from "@/lib/sessions/reason";
import type { FieldProblem } from "@/lib/sessions/server";

const fieldNames = ["name", "host", "port", "user", "credential", "sources"] as const;
type FieldName = (typeof fieldNames)[number];

export interface FormProblems {
  /** Stand beside their fields. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Have no field of their own. */
  readonly others: readonly string[];
}

export const noProblems: FormProblems = { fields: {}, others: [] };

/** The first problem of each field, and all that are of none. */
export function toFormProblems(words: Words, problems: readonly FieldProblem[]): FormProblems {
  const fields: Partial<Record<FieldName, string>> = {};
  const others: string[] = [];
  for (const { path, why } of problems) {
    const field = fieldNames.find((name) => new RegExp(`^(via\\.)?${name}(\\.|$)`).test(path));
    if (field) fields[field] ??= toSentence(words, why);
    else others.push(toSentence(words, why));
  }
  return { fields, others };
}

export function toSentence(words: Words, why: Reason): string {
  const message = reasonText(words, why);
  const ended = /[.!?]$/.test(message) ? message : `${message}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}
