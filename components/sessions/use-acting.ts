"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useState } from "react";
import { digestOf, noDatabaseDigest } from "@/components/frame/digest";
import { useProof } from "@/components/proof/proof-provider";
import { isRedirect } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import { isEnd } from "@/lib/sessions/past-acts";
import { isProofNeeded } from "@/lib/sessions/proof";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { beginAction, hearOutcomes } from "./hear-outcomes";
import { outcomesLine } from "./outcomes-line";
import type { OfferedAction } from "./roll-answer";
import type { ShownRow } from "./roll-view";
import { isSettled } from "./screen-state";
import type { Screen } from "./use-screen";

/** What the dialog says of a row; `unknown` when Rollcall stopped answering before it was told. */
export type Became = ActionOutcome | "untouched" | "running" | "unknown";

interface Run<Kind extends Session> {
  readonly rows: readonly ShownRow<Kind>[];
  readonly known: ReadonlyMap<string, ActionOutcome>;
}

/** Asks for the action, shows what becomes of each session, and closes the dialog when all is settled. */
export function useActing<Kind extends Session>(screen: Screen<Kind>, offered: OfferedAction) {
  const words = useWords();
  const withProof = useProof();
  const [became, setBecame] = useState<ReadonlyMap<string, Became>>(new Map());
  const [progress, setProgress] = useState<{ known: number; all: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [unsettled, setUnsettled] = useState<readonly ShownRow<Kind>[] | null>(null);
  const { action } = offered;
  const set = (some: Iterable<readonly [string, Became]>) =>
    setBecame((all) => new Map([...all, ...some]));

  /** `text` is the message, or the reason of any other action. */
  async function act(rows: readonly ShownRow<Kind>[], text: string) {
    const known = new Map<string, ActionOutcome>();
    setProblem(null);
    setProgress({ known: 0, all: rows.length });
    set(rows.map((row) => [row.key, "running"]));
    screen.send({ type: "began", action, keys: rows.map((row) => row.key) });
    const begin = () => withProof(() => beginAction(offered, rows, text));
    const end = await hear(begin, rows, (outcomes) => {
      for (const [key, outcome] of outcomes) known.set(key, outcome);
      set(outcomes);
      setProgress({ known: known.size, all: rows.length });
      screen.end(endedBy(action, outcomes));
      screen.send({ type: "acted", action, outcomes });
    });
    setProgress(null);
    conclude({ rows, known }, end);
  }

  function conclude({ rows, known }: Run<Kind>, end: End) {
    const unknown = rows.filter((row) => !known.has(row.key));
    const line = outcomesLine(words, action, known.values());
    const sentence =
      unknown.length > 0
        ? troubleOf(words, end, { unknown: unknown.length, all: rows.length })
        : line;
    screen.announce(sentence);
    if (unknown.length > 0) {
      set(unknown.map((row) => [row.key, end === "lost" ? "unknown" : "untouched"]));
      // Nothing runs any more, as far as the table can tell.
      screen.send({ type: "dismissed" });
      screen.send({ type: "acted", action, outcomes: known });
    }
    const left = rows.filter((row) => isLeft(known.get(row.key)));
    if (left.length === 0) return screen.ask(null);
    // Who turned away from proving who they are is where they were.
    if (end !== "notProven") setUnsettled(left);
    setProblem(sentence);
  }

  return { act, became, progress, problem, unsettled };
}

/** The keys of those that are over, by this action or before it. */
function endedBy(action: SessionAction, outcomes: ReadonlyMap<string, ActionOutcome>) {
  const ended = [...outcomes].filter(
    ([, outcome]) => outcome.status === "alreadyGone" || isEnd({ action, outcome }),
  );
  return ended.map(([key]) => key);
}

/** Not settled, or not known. */
function isLeft(outcome: ActionOutcome | undefined): boolean {
  return outcome === undefined || !isSettled(outcome);
}

type End = "told" | "lost" | "outdated" | "noDatabase" | "notProven";

async function hear(
  begin: () => ReturnType<typeof beginAction>,
  rows: readonly ShownRow<Session>[],
  tell: (outcomes: ReadonlyMap<string, ActionOutcome>) => void,
): Promise<End> {
  try {
    const batches = await begin();
    if (isProofNeeded(batches)) return "notProven";
    for await (const outcomes of hearOutcomes(batches, rows)) tell(outcomes);
    return "told";
  } catch (error) {
    if (isRedirect(error)) throw error;
    if (digestOf(error) === noDatabaseDigest) return "noDatabase";
    return unstable_isUnrecognizedActionError(error) ? "outdated" : "lost";
  }
}

interface Untold {
  readonly unknown: number;
  readonly all: number;
}

function troubleOf(
  { brokenWords, dialogWords, proofWords }: Words,
  end: End,
  { unknown, all }: Untold,
): string {
  switch (end) {
    case "noDatabase":
      return brokenWords.noDatabase;
    case "outdated":
      return dialogWords.outdated;
    case "notProven":
      return proofWords.notProven;
    case "told":
    case "lost":
      return dialogWords.lost(unknown, all);
  }
}
