/** The database cannot be used. Its message is one sentence for the person who runs Rollcall. */
export class StoreError extends Error {
  readonly code = "store";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
  }
}
