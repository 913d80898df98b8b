import { Button } from "@/components/ui/button";
import type { Session } from "@/lib/sessions/session";
import { forceWord } from "./action-words";
import { canForce } from "./can-force";
import type { ShownRow } from "./merge-rows";
import type { Screen } from "./use-screen";

interface ForceButtonProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly rows: readonly ShownRow<Kind>[];
}

/** Opens the dialog of the harder step, for those of the rows that were asked to end and did not. */
export function ForceButton<Kind extends Session>({ screen, rows }: ForceButtonProps<Kind>) {
  const { force, state } = screen;
  const forceable = rows.filter((row) => canForce(row, state.outcomes.get(row.key)));
  if (!force || forceable.length === 0) return null;
  return <Button onClick={() => force(forceable)}>{forceWord}</Button>;
}
