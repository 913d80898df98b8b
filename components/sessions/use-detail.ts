"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import type { Session } from "@/lib/sessions/session";
import type { SessionDetail } from "@/lib/sessions/session-detail";
import type { LookCloser } from "./roll-answer";
import type { ShownRow } from "./roll-view";
import type { RowOutcome } from "./screen-state";

export interface LookedDetail {
  /** As last answered; null until then. */
  readonly detail: SessionDetail | null;
  readonly isFailed: boolean;
  readonly askAgain: () => void;
}

interface Subject {
  readonly row: ShownRow<Session>;
  readonly outcome: RowOutcome | undefined;
}

/** Asks when one session is opened, and anew when it is better known, has ended, or something was done to it. */
export function useDetail({ row, outcome }: Subject, lookCloser: LookCloser): LookedDetail {
  const [detail, setDetail] = useState<SessionDetail | null>(null);
  const [failedQuestion, setFailedQuestion] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { ref, remoteAddress } = row.session;
  const isEnded = row.endedAtMs !== null;
  const question = JSON.stringify([ref, remoteAddress, isEnded, outcome?.outcome, attempt]);
  const ask = useEffectEvent(() => answerOrLost(() => lookCloser({ ref, remoteAddress })));

  useEffect(() => {
    let isOver = false;
    void ask().then((answer) => {
      if (isOver || answer === leaving) return;
      if (answer === lost) return setFailedQuestion(question);
      setDetail(answer);
    });
    return () => {
      isOver = true;
    };
  }, [question]);

  return {
    detail,
    isFailed: failedQuestion === question,
    askAgain: () => setAttempt((count) => count + 1),
  };
}
