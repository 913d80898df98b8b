import { z } from "zod";
import type { FoundSource, KnownServer } from "./server";
import type { SessionKind } from "./session";
import type { Failure } from "./source-error";
import type { SourceLimit } from "./source-limit";

export interface LimitHere extends SourceLimit {
  /** For a shell on this machine: gives what is missing. Null where no command does. */
  readonly command: string | null;
  /** Sudo would give it, but gives this process nothing, whatever its rules say. */
  readonly isShutIn: boolean;
}

/** Something that runs on the machine Rollcall runs on, as it was just looked at. */
export interface SourceHere extends Omit<FoundSource, "limits"> {
  readonly limits: readonly LimitHere[];
  /** False where a person does not want it listed. */
  readonly isListed: boolean;
}

/** Software that was looked for and does not run. */
interface AbsentHere {
  readonly provider: string;
  readonly kind: SessionKind;
}

export type Here =
  /** The configuration file, or a server of this machine that a person stored, says what is listed. */
  | {
      readonly status: "decided";
      readonly by: "file" | "server";
      readonly servers: readonly KnownServer[];
    }
  | { readonly status: "failed"; readonly server: string; readonly failure: Failure }
  | {
      readonly status: "found";
      readonly server: string;
      readonly system: string | null;
      readonly sources: readonly SourceHere[];
      readonly absent: readonly AbsentHere[];
    };

const shortText = z.string().max(1000);

/** Whether something that was found is to be listed. */
export const listingSchema = z.strictObject({
  provider: shortText,
  settings: z.record(shortText, shortText),
  isListed: z.boolean(),
});
export type Listing = Readonly<z.infer<typeof listingSchema>>;
