/** Why Rollcall closes a socket, in the range that is for applications: RFC 6455, 7.4.2. */
export const liveCloseCodes = {
  /** The panel session behind it has ended. */
  signedOut: 4401,
  /** What anybody may see has changed: whoever comes back is told what they see now. */
  sightChanged: 4409,
  /** It was more than 4 MiB or 10 s behind. */
  tooSlow: 4408,
} as const;

/** Nothing comes for this long only where the line is dead: Rollcall says `alive` more often. */
export const aliveEveryMs = 5000;
