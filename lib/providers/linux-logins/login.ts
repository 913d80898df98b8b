/** Somebody signed in on the machine. What is not known is null. */
export interface Login {
  /** As logind calls it; null for a login that it does not know. */
  readonly logindId: string | null;
  readonly user: string;
  /** Of the user as logind knows it; without logind, of the process that leads the login. */
  readonly uid: number;
  /** The process that leads the login, with the clock ticks from boot to its start. */
  readonly pid: number;
  readonly startTicks: number;
  /** `pts/0`, `tty1`, or a display such as `:10`. */
  readonly terminal: string | null;
  readonly host: string | null;
  readonly address: string | null;
  readonly startedAtMs: number | null;
  readonly lastUsedAtMs: number | null;
  readonly state: string;
  readonly isOfPerson: boolean;
}
