import type { HostLanguage } from "./windows-host-languages";
import type { HostSession } from "./windows-host-sessions";

/** What becomes of a PowerShell that is started on the host. */
export type HostPowerShell = "full" | "constrained" | "missing" | "slow" | "no-rights";

/** What a test may change while the host runs. */
export interface HostBehaviour {
  /** Stands for the whole output of `query session`, and of `query user` where given. */
  capture: { readonly session: string; readonly user?: string } | null;
  /** Programs that are not installed. */
  readonly missing: Set<string>;
  /** Printed to stderr instead of a listing. */
  listingError: string | null;
  /** Ids whose end is refused, with what is printed to stderr. */
  readonly refusals: Map<number, string>;
  /** Ids that stay although the request is taken. A reset ends them. */
  readonly stuck: Set<number>;
  listingTakesMs: number;
  logOffTakesMs: number;
  /** Whether `logoff` and `rwinsta` stay until the session has gone. */
  logOffWaits: boolean;
  /** Called before the first request to a session: what a person does in between. */
  beforeAct: (() => void) | null;
  /** The id of who signs in next. */
  nextId: number | null;
  powershell: HostPowerShell;
  powershellTakesMs: number;
}

/** A box on the screen of a session. */
interface ShownMessage {
  readonly id: number;
  readonly user: string | null;
  readonly title: string;
  readonly text: string;
}

export interface Host {
  readonly sessions: HostSession[];
  readonly language: HostLanguage;
  readonly isWide: boolean;
  /** The session of who runs commands: 0 over SSH. */
  readonly callerId: number;
  /** By its own clock, milliseconds since 1970. */
  nowMs(): number;
  readonly behaviour: HostBehaviour;
  readonly messages: ShownMessage[];
  /** Set by a program that means "myself" without an id: the caller ended itself. */
  endedItself: boolean;
  /** How many of the slow ones run now. */
  openPowerShells: number;
}

export function calmBehaviour(powershell: HostPowerShell): HostBehaviour {
  return {
    capture: null,
    missing: new Set(),
    listingError: null,
    refusals: new Map(),
    stuck: new Set(),
    listingTakesMs: 0,
    logOffTakesMs: 0,
    logOffWaits: true,
    beforeAct: null,
    nextId: null,
    powershell,
    powershellTakesMs: 0,
  };
}

/** What happened in between, once. */
export function happenInBetween({ behaviour }: Host): void {
  behaviour.beforeAct?.();
  behaviour.beforeAct = null;
}
