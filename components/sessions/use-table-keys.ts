"use client";

import { focusContent } from "@/components/ui/focus-content";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import { actionLooks } from "./action-looks";
import { toAsked } from "./asked-action";
import { type Keys, useKeys } from "./use-keys";
import type { Screen } from "./use-screen";
import { takeableIn, whyNotSelectable } from "./why-not-selectable";

/** The keys of the table, as `?` lists them. */
export function useTableKeys<Kind extends Session>(
  screen: Screen<Kind>,
  showList: () => void,
): void {
  const words = useWords();
  const { state, shown, send } = screen;
  const at = state.active ?? state.opened;
  const place = at === null ? -1 : shown.findIndex(({ key }) => key === at);

  const move = (to: number) => {
    const row = shown[Math.min(Math.max(0, to), shown.length - 1)];
    if (!row) return false;
    send({ type: "moved", to: row.key });
    if (state.opened !== null) send({ type: "opened", key: row.key });
    return true;
  };
  const select = (isRange: boolean) => {
    const row = shown[place];
    if (!row || screen.actions.length === 0 || whyNotSelectable(row) !== null) return false;
    if (!isRange) send({ type: "toggled", key: row.key });
    else send({ type: "ranged", key: row.key, takeable: takeableIn(shown) });
    return true;
  };
  const down = () => move(place + 1);
  const up = () => move(place < 0 ? 0 : place - 1);
  const keys: Keys = {
    ArrowDown: down,
    j: down,
    ArrowUp: up,
    k: up,
    x: () => select(false),
    X: () => select(true),
    Enter() {
      if (place < 0) return false;
      send({ type: "opened", key: at });
      return true;
    },
    Delete: () => askMain(words, screen),
    r() {
      void screen.refresh();
      return true;
    },
    p() {
      screen.pause();
      return true;
    },
    Escape: () => goBack(screen),
    "?"() {
      showList();
      return true;
    },
  };
  useKeys(keys);
}

/** The one with the red button. */
function askMain<Kind extends Session>(
  words: Words,
  { actions, selectedRows, ask }: Screen<Kind>,
): boolean {
  const main = actions.find(({ action }) => actionLooks[action].button === "danger");
  const asked = main && toAsked(words, main, selectedRows);
  if (!asked || asked.rows.length === 0) return false;
  ask(asked);
  return true;
}

function goBack<Kind extends Session>({ state, send }: Screen<Kind>): boolean {
  if (state.opened !== null) send({ type: "opened", key: null });
  else if (state.active !== null) {
    send({ type: "moved", to: null });
    focusContent();
  } else if (state.selected.size > 0) send({ type: "cleared" });
  else return false;
  return true;
}
