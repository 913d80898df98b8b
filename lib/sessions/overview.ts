import { type Busiest, findBusiest } from "./busiest";
import type { History, HistoryKeeper } from "./history";
import type { Operator } from "./operator";
import { sessionKinds } from "./session";
import { canAsk, isAlwaysEmpty } from "./sight";
import { takeKnownRoll } from "./take-roll";
import type { WatchedSource } from "./watched-source";

/** What goes on and what went on, as far as somebody may see it. */
export interface Overview {
  readonly asOf: Date;
  /** Null for who does not see everything: it counts everybody's sessions. */
  readonly history: History | null;
  readonly busiest: Busiest;
}

interface OverviewPorts {
  readonly sources: readonly WatchedSource[];
  readonly history: HistoryKeeper;
}

/** As last known: waits only for sources that never answered. */
export async function takeOverview(
  operator: Operator,
  { sources, history }: OverviewPorts,
): Promise<Overview> {
  const kinds = sessionKinds.filter(
    (kind) => canAsk(operator, kind) && !isAlwaysEmpty(operator, kind),
  );
  const rolls = await Promise.all(kinds.map((kind) => takeKnownRoll(sources, { kind, operator })));
  const isShown = operator.sees === "everything";
  if (isShown) history.note();
  return {
    asOf: new Date(),
    history: isShown ? history.read() : null,
    busiest: findBusiest(rolls),
  };
}
