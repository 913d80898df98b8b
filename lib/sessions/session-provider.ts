import type { z } from "zod";
import type { SessionKind } from "./session";
import type { SessionSource } from "./session-source";
import type { Transport } from "./transport";

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

  /** Whether this software runs there. Absent where a server has to be configured by hand. */
  isRunning?(transport: Transport, signal: AbortSignal): Promise<boolean>;
}

interface ProviderParts<Schema extends z.ZodType> {
  readonly name: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly settingsSchema: Schema;
  open(sourceId: string, settings: z.output<Schema>, transport: Transport): SessionSource;
  isRunning?(transport: Transport, signal: AbortSignal): Promise<boolean>;
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
