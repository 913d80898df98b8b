export const limitCodes = [
  "no-sockets",
  "no-process-details",
  "no-titles",
  "may-not-end",
  "daemon-gone",
  "fallback",
  "leftovers",
  "weak-compare",
  "no-times",
] as const;
export type LimitCode = (typeof limitCodes)[number];

/**
 * Something that is not known, or may not be done, although the source answers.
 *
 * - `no-sockets`: speed, bytes and progress only as far as the daemon itself counts; "client gone" is not seen
 * - `no-process-details`: real folders and full paths of files
 * - `no-titles`: the daemon does not say who is signed in and what they do
 * - `may-not-end`: the account may look, not end
 * - `daemon-gone`: the daemon does not run any more; its sessions go on without it
 * - `fallback`: the daemon's own list cannot be read, so its status tool was asked, which says less
 * - `leftovers`: entries of ended sessions stay in the daemon's list until they are cleared
 * - `weak-compare`: who is meant is compared directly before the act, not in the same step
 * - `no-times`: when people signed in is not known, so a session cannot be told from a later one with its number
 */
export interface SourceLimit {
  readonly code: LimitCode;
  /** The exact line that lifts it: for sudoers, or for the daemon's configuration. Null where there is none. */
  readonly remedy: string | null;
  /** How many entries, for `leftovers`; null otherwise. */
  readonly count: number | null;
}
