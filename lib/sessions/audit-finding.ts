import type { AuditHead } from "./audit-entry";

/** A head that was written down somewhere when the chain had it. */
export interface KnownHead extends AuditHead {
  /** Where, in a few words. */
  readonly from: string;
}

/** What a walk along the audit chain found: that it holds, or the first entry that is bad. */
export type AuditFinding =
  | {
      readonly status: "holds";
      /** Null while there is no entry. */
      readonly head: AuditHead | null;
      /** Whether a head was known that the chain reaches to: without one, its end may be cut off. */
      readonly isHeadKnown: boolean;
    }
  /** What it says does not fit its code. */
  | { readonly status: "altered"; readonly seq: number }
  | { readonly status: "missing"; readonly seq: number; readonly through: number }
  /** It ends before an entry that it had. `seq`: the first that is gone. */
  | { readonly status: "cutOff"; readonly seq: number; readonly known: KnownHead }
  /** Whole in itself, but not what was there before. */
  | { readonly status: "rewritten"; readonly seq: number; readonly known: KnownHead }
  /** From there on written with another key, or taken from another chain. */
  | { readonly status: "foreign"; readonly seq: number }
  /** Whole in itself, but the file that says how far it went cannot be read. */
  | { readonly status: "headDamaged"; readonly file: string }
  /** The same where there is no such file, and no other head was known. */
  | { readonly status: "headMissing"; readonly file: string };
