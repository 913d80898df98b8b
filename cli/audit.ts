import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type Command, InvalidArgumentError } from "commander";
import { findingSentence } from "@/components/audit/finding-sentence";
import { english } from "@/components/words/en";
import { say } from "@/lib/log";
import type { KnownHead } from "@/lib/sessions/audit-finding";
import { CommandRefused } from "./command-refused";
import { findLoggedHead } from "./find-logged-head";
import { withStore } from "./with-store";

interface VerifyOptions {
  readonly head: readonly KnownHead[];
  readonly log?: string;
}

/** `audit verify`. */
export function registerAuditCommand(program: Command): void {
  const audit = program.command("audit").description("the record of who did what");
  audit
    .command("verify")
    .description("walks the audit chain; exit 0 only when it holds")
    .option(
      "--head <seq:code>",
      "a head that was written down elsewhere; may be repeated",
      toHeads,
      [],
    )
    .option("--log <file>", "a log of Rollcall, of which every head counts")
    .action(verify);
}

async function verify({ head, log }: VerifyOptions): Promise<void> {
  const heads = log === undefined ? head : [...head, ...(await readHeads(log))];
  const finding = await withStore(({ audit }) => audit.verify(heads));
  if (finding.status !== "holds") throw new CommandRefused(findingSentence(english, finding));
  say(findingSentence(english, finding));
  if (finding.head) say(`Head: ${finding.head.seq}:${finding.head.mac}`);
  if (finding.isHeadKnown) return;
  process.stderr.write(
    "No head was known beforehand, so that there were entries is not known: give one with --head or --log.\n",
  );
}

async function readHeads(file: string): Promise<readonly KnownHead[]> {
  const heads: KnownHead[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const head = findLoggedHead(line);
      if (head) heads.push({ ...head, from: file });
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new CommandRefused(`The log ${file} cannot be read (${error.code}): give another file.`);
  }
  if (heads.length === 0) {
    throw new CommandRefused(`The log ${file} names no head of the audit: give another file.`);
  }
  return heads;
}

function toHeads(text: string, before: readonly KnownHead[]): readonly KnownHead[] {
  const [, seq, mac] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!(seq && mac)) {
    throw new InvalidArgumentError("It is the number of an entry, a colon and 64 hex digits.");
  }
  return [...before, { seq: Number(seq), mac, from: "the head you gave" }];
}
