import type { z } from "zod";
import type { SessionKind } from "./session";
import type { SessionSource } from "./session-source";
import type { Transport } from "./transport";

/** What sets one daemon apart from others of its kind on the same server. */
export type FoundSettings = Readonly<Record<string, string>>;

/** Knows one kind of server software. */
export interface SessionProvider {
  /** As in the configuration file: `proftpd`. */
  readonly name: string;
  readonly kind: SessionKind;
  /** As people call it: "ProFTPD". */
  readonly title: string;
  /** Checks this provider's settings in the configuration file. */
  readonly settingsSchema: z.ZodType;

  /** `settings` must have passed `settingsSchema`; anything else throws. */
  open(sourceId: string, settings: unknown, transport: Transport): SessionSource;

  /**
   * The settings of each daemon of this kind that runs there, for `open`. Absent where a server has to
   * be configured by hand.
   */
  find?(transport: Transport, signal: AbortSignal): Promise<readonly FoundSettings[]>;
}

interface ProviderParts<Schema extends z.ZodType> {
  readonly name: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly settingsSchema: Schema;
  open(sourceId: string, settings: z.output<Schema>, transport: Transport): SessionSource;
  find?(transport: Transport, signal: AbortSignal): Promise<readonly FoundSettings[]>;
}

/** Lets `open` have its settings typed, while the registry holds providers of every kind. */
export function defineProvider<Schema extends z.ZodType>(
  parts: ProviderParts<Schema>,
): SessionProvider {
  return {
    ...parts,
    open: (sourceId, settings, transport) =>
      parts.open(sourceId, parts.settingsSchema.parse(settings), transport),
  };
}
