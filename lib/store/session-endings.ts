/** Tells that panel sessions were ended by this process. */
export interface SessionEndings {
  /** For as long as the store is open. */
  listen(listener: () => void): void;
  tell(): void;
}

export function createSessionEndings(): SessionEndings {
  const listeners: (() => void)[] = [];
  return {
    listen: (listener) => listeners.push(listener),
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}
