import type { ActionOutcome, PlacedOutcome } from "@/lib/sessions/action-outcome";
import { aliveEveryMs } from "@/lib/sessions/live-line";
import type { ProofNeeded } from "@/lib/sessions/proof";
import type { Session } from "@/lib/sessions/session";
import type { OfferedAction } from "./roll-answer";
import type { ShownRow } from "./roll-view";

type Became = ReadonlyMap<string, ActionOutcome>;

type Batches = AsyncIterable<readonly PlacedOutcome[]>;

/** Gives what is known at one time together, by the keys of the rows. Throws when the line is lost. */
export async function* hearOutcomes(
  batches: Batches,
  rows: readonly ShownRow<Session>[],
): AsyncIterable<Became> {
  for await (const batch of untilSilent(batches, 3 * aliveEveryMs)) {
    yield new Map(
      batch.flatMap(({ place, outcome }) => {
        const row = rows[place];
        return row ? [[row.key, outcome] as const] : [];
      }),
    );
  }
}

/** Begins the action. */
export function beginAction(
  offered: OfferedAction,
  rows: readonly ShownRow<Session>[],
  text: string,
): Promise<Batches | ProofNeeded> {
  const said = text.trim();
  const refs = rows.map((row) => row.session.ref);
  return offered.action === "sendMessage"
    ? offered.act({ refs, message: said })
    : offered.act({ refs, reason: said || null });
}

/** Throws when nothing has come for so long that the line must be dead. */
export async function* untilSilent<Item>(
  items: AsyncIterable<Item>,
  mostMs: number,
): AsyncIterable<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let next = await within(iterator.next(), mostMs);
  while (!next.done) {
    yield next.value;
    next = await within(iterator.next(), mostMs);
  }
}

async function within<Value>(coming: Promise<Value>, mostMs: number): Promise<Value> {
  const patience = Promise.withResolvers<never>();
  const timer = setTimeout(() => patience.reject(new Error(`nothing for ${mostMs} ms`)), mostMs);
  try {
    return await Promise.race([coming, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
