/** Tells that this process has changed what somebody may see. */
export interface SightChanges {
  /** For as long as the store is open. */
  listen(listener: SightListener): void;
  /** Resolves when the change has reached everything that is open. */
  tell(change: { readonly number: number }): Promise<void>;
}

/** `version` as `Sights` counts it. */
export type SightListener = (version: number) => Promise<void>;

export function createSightChanges(): SightChanges {
  const listeners: SightListener[] = [];
  return {
    listen: (listener) => {
      listeners.push(listener);
    },
    tell: async ({ number }) => {
      await Promise.all(listeners.map((listener) => listener(number)));
    },
  };
}
