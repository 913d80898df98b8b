import { aliveEveryMs } from "@/lib/sessions/live-line";

/** How long things may take; tests are in more of a hurry. */
export interface LiveTimes {
  /** How often each socket is looked at. */
  readonly checkMs: number;
  /** Silence after which a socket is told that its line is alive. */
  readonly quietMs: number;
  /** How long a reader may leave unread what it was sent. */
  readonly behindMs: number;
  /** How long it may take over a roll. */
  readonly rollMs: number;
  readonly pingMs: number;
  /** How long a browser may take to answer that it closes. */
  readonly closeMs: number;
}

const checkMs = 1000;

export const usualTimes: LiveTimes = {
  checkMs,
  // Noted at one look and found at another, it is still said in time.
  quietMs: aliveEveryMs - 2 * checkMs,
  behindMs: 10_000,
  rollMs: 60_000,
  pingMs: 15_000,
  closeMs: 1000,
};
