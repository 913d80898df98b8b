import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { findForce } from "./find-force";
import type { ShownRow } from "./roll-view";
import type { Screen } from "./use-screen";

interface ForceButtonProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly rows: readonly ShownRow<Kind>[];
}

/** Opens the dialog of the harder step, for those of the rows that were asked to end and did not. */
export function ForceButton<Kind extends Session>({ screen, rows }: ForceButtonProps<Kind>) {
  const { forceWords } = useWords();
  const { force, state } = screen;
  const steps = rows.map((row) => findForce(row, state.outcomes.get(row.key)));
  const step = steps.find((one) => one !== undefined);
  if (!force || !step) return null;
  const forceable = rows.filter((_row, place) => steps[place] === step);
  return <Button onClick={() => force(forceable)}>{forceWords[step]}</Button>;
}
