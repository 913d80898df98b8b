import "server-only";
import type { z } from "zod";
import { isStoreError } from "@/lib/sessions/store-trouble";
import { noteFault, noteStoreErrors, noteTrouble } from "./request-fault";

/** The doorway of an action that needs no one signed in, and takes nothing. */
export function openAction<Result>(handler: () => Promise<Result>): () => Promise<Result> {
  return () => {
    noteFault(undefined);
    return noteStoreErrors(handler);
  };
}

/** The same for one that takes something. What does not parse was tampered with, and throws. */
export function openActionOf<Schema extends z.ZodType, Result>(
  input: Schema,
  handler: (given: z.output<Schema>) => Promise<Result>,
): (raw?: unknown) => Promise<Result> {
  return async (raw) => {
    noteFault(400);
    const given = input.parse(raw);
    noteFault(undefined);
    return noteStoreErrors(() => handler(given));
  };
}

interface FormRules<Schema extends z.ZodType, State> {
  readonly fields: Schema;
  /** What the form says when the database cannot be used. */
  readonly withoutDatabase: (input: z.output<Schema>) => Promise<State>;
}

/**
 * The doorway of a form for who is not signed in yet. It works before and without the page's scripts.
 * A form that does not parse was tampered with, and throws.
 */
export function formAction<Schema extends z.ZodType, State>(
  { fields, withoutDatabase }: FormRules<Schema, State>,
  handler: (input: z.output<Schema>) => Promise<State>,
): (before: State, form: FormData) => Promise<State> {
  return async (_before, form) => {
    const isForm = form instanceof FormData;
    const input = fields.parse(isForm ? Object.fromEntries(form) : form);
    noteFault(undefined);
    try {
      return await handler(input);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      noteTrouble(error);
      return withoutDatabase(input);
    }
  };
}
