"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";

const everyMs = 5000;

interface Looking<Answer> {
  readonly look: () => Promise<Answer>;
  readonly isPaused: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

/**
 * Looks every 5 s while the page is seen and not paused, one look at a time, and at once when it is seen
 * again. `isLost` while Rollcall itself does not answer.
 */
export function useLook<Answer>({ look, isPaused, onAnswer }: Looking<Answer>) {
  const [isLost, setIsLost] = useState(false);

  /** Undefined when Rollcall did not answer, or another page is coming. */
  const attempt = async <Result>(ask: () => Promise<Result>): Promise<Result | undefined> => {
    const answer = await answerOrLost(ask);
    setIsLost(answer === lost);
    return answer === lost || answer === leaving ? undefined : answer;
  };
  const lookOnce = async (ask: () => Promise<Answer>) => {
    const answer = await attempt(ask);
    if (answer !== undefined) onAnswer(answer);
  };
  const onTick = useEffectEvent(() => lookOnce(look));

  useEffect(() => {
    if (isPaused) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    const schedule = () => {
      clearTimeout(timer);
      timer = isOver || document.hidden ? undefined : setTimeout(tick, everyMs);
    };
    const tick = () => onTick().then(schedule);
    const onVisibility = () => {
      clearTimeout(timer);
      if (!document.hidden) void tick();
    };

    schedule();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [isPaused]);

  return { isLost, attempt, lookOnce };
}

export const lost = Symbol("Rollcall did not answer");
export const leaving = Symbol("another page is coming");

export async function answerOrLost<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer | typeof lost | typeof leaving> {
  try {
    return await ask();
  } catch (error) {
    if (isRedirect(error)) return leaving;
    if (unstable_isUnrecognizedActionError(error)) {
      // Rollcall was updated while this page was open.
      window.location.reload();
      return leaving;
    }
    return lost;
  }
}

/** A session that ended is answered with a redirect, which Next follows by itself. */
export function isRedirect(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch (thrown) {
    return thrown === error;
  }
}
