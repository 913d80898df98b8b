import { quoted, type Reason } from "@/lib/sessions/reason";

/** The database cannot be used. Its message is one sentence for the person who runs Rollcall. */
export class StoreError extends Error {
  readonly code = "store";
  /** Of all that it says, a browser is told this alone. */
  readonly digest = "store";
  /** The same without the path of any file, for who may not know it. */
  readonly reason: Reason;

  constructor(message: string, options: ErrorOptions & { readonly reason?: Reason } = {}) {
    super(message, options);
    this.name = "StoreError";
    this.reason = options.reason ?? quoted(message);
  }
}
