/** A panel session that has just been ended. */
export interface EndedSession {
  readonly id: string;
  /** SHA-256 of the secret in its cookie, hex. */
  readonly tokenHash: string;
  readonly endedWhy: string | null;
}

/** Must do what it does at once: what ended the sessions resolves when all have returned. */
export type OnSessionsEnded = (ended: readonly EndedSession[]) => void;

/** Passes on which panel sessions were ended. */
export interface SessionEndings {
  /** For as long as the store is open. */
  listen(listener: OnSessionsEnded): void;
  /** Called once the rows say so, by whoever ended them: this process, or what hears of another's. */
  readonly tell: OnSessionsEnded;
}

export function createSessionEndings(): SessionEndings {
  const listeners: OnSessionsEnded[] = [];
  return {
    listen: (listener) => listeners.push(listener),
    tell: (ended) => {
      if (ended.length === 0) return;
      for (const listener of listeners) listener(ended);
    },
  };
}
