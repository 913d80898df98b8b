const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

/** To the second and with its zone, in the reader's own: not for what is rendered on the server. */
export function formatExact(time: Date): string {
  return exact.format(time);
}
