/** The database cannot be used. Its message is one sentence for the person who runs Rollcall. */
export class StoreError extends Error {
  readonly code = "store";
  /** Of all that it says, a browser is told this alone. */
  readonly digest = "store";
  /** The same without the path of any file, for who may not know it. */
  readonly reason: string;

  constructor(message: string, options: ErrorOptions & { readonly reason?: string } = {}) {
    super(message, options);
    this.name = "StoreError";
    this.reason = options.reason ?? message;
  }
}
