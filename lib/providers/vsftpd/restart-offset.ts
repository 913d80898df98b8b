/** How far a download is in its file, and how much of it was handed to the network. */
export interface Reading {
  readonly position: number;
  readonly sent: number;
  /** Where in the file the download began, as far as it was known then. */
  readonly offset: number | undefined;
}

/** vsftpd reads files in steps of this size. */
const stepBytes = 65_536;

/**
 * Where in its file a download began (REST). vsftpd has two ways: with sendfile the position stays
 * where it began; with a rate limit or TLS it moves ahead of what was sent. Undefined as long as it
 * could be either.
 */
export function findOffset(
  { position, sent }: Omit<Reading, "offset">,
  before: Reading | undefined,
): number | undefined {
  if (position === 0) return 0;
  if (before && position !== before.position) {
    return before.position - stepBytes <= sent ? 0 : Math.max(0, position - sent);
  }
  const isBySendfile = sent > mostSentBy(position) || (before && sent - before.sent > stepBytes);
  if (isBySendfile) return position;
  if (before?.offset !== undefined) return before.offset;
  // Just as much sent as a download from the start would have: it began there, or elsewhere by rare chance.
  return position - sent <= stepBytes ? 0 : undefined;
}

/** TLS makes of each byte a little more than one. */
function mostSentBy(position: number): number {
  return position * 1.02 + stepBytes;
}
