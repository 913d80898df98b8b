"use client";

import { useState } from "react";
import { isRedirect } from "@/components/ui/use-look";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { Session } from "@/lib/sessions/session";
import { dialogWords, outcomesLine } from "./action-words";
import type { ShownRow } from "./merge-rows";
import type { OfferedAction } from "./roll-answer";
import { isSettled } from "./screen-state";
import type { Screen } from "./use-screen";

/** Asks for the action, shows what became of each session, and closes the dialog when all is settled. */
export function useActing<Kind extends Session>(screen: Screen<Kind>, offered: OfferedAction) {
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [unsettled, setUnsettled] = useState<readonly ShownRow<Kind>[] | null>(null);
  const { action } = offered;

  /** `text` is the message, or the reason of any other action. */
  async function act(rows: readonly ShownRow<Kind>[], text: string) {
    setIsRunning(true);
    setProblem(null);
    screen.send({ type: "began", action, keys: rows.map((row) => row.key) });
    const outcomes = await askTo(offered, rows, text);
    setIsRunning(false);
    if (!outcomes) {
      screen.send({ type: "dismissed" });
      setProblem(dialogWords.unreachable);
      return;
    }
    screen.send({ type: "acted", action, outcomes });
    const line = outcomesLine(action, outcomes.values());
    screen.announce(line);
    void screen.lookAgain();
    const left = rows.filter((row) => isLeft(outcomes.get(row.key)));
    if (left.length === 0) return screen.ask(null);
    setUnsettled(left);
    setProblem(line);
  }

  return { act, isRunning, problem, unsettled };
}

function isLeft(outcome: ActionOutcome | undefined): boolean {
  return outcome !== undefined && !isSettled(outcome);
}

/** Undefined when Rollcall did not answer: whether anything happened is then not known. */
async function askTo<Kind extends Session>(
  offered: OfferedAction,
  rows: readonly ShownRow<Kind>[],
  text: string,
): Promise<ReadonlyMap<string, ActionOutcome> | undefined> {
  try {
    const refs = rows.map((row) => row.session.ref);
    const said = text.trim();
    const outcomes =
      offered.action === "sendMessage"
        ? await offered.act({ refs, message: said })
        : await offered.act({ refs, reason: said || null });
    return new Map(
      rows.flatMap((row, place) => {
        const outcome = outcomes[place];
        return outcome ? [[row.key, outcome] as const] : [];
      }),
    );
  } catch (error) {
    if (isRedirect(error)) throw error;
    return undefined;
  }
}
