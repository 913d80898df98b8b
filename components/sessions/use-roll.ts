"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLive } from "@/components/live/use-live";
import { useTools } from "@/components/tools/tools-provider";
import { useLook } from "@/components/ui/use-look";
import type { Session } from "@/lib/sessions/session";
import { endedShownMs } from "./known-rows";
import type { RollAnswer } from "./roll-answer";
import { createRollStore, type RollStore } from "./roll-store";
import type { SessionsScreenProps } from "./screen-props";

interface RollSettings {
  readonly isPaused: boolean;
  /** Rows stay where they are, those that have ended too. */
  readonly isHeld: boolean;
}

/** The rows of the screen, kept up over the live line; while that is lost, by asking every 5 s. */
export function useRoll<Kind extends Session>(
  props: SessionsScreenProps<Kind>,
  { isPaused, isHeld }: RollSettings,
) {
  const [store] = useState(() => createRollStore(props));
  const roll = useSyncExternalStore(store.subscribe, store.get, store.get);
  const { line, watch } = useLive();
  const { showTools } = useTools();
  const { kind } = props;

  const isWatching = useRef(false);

  useEffect(() => {
    isWatching.current = line === "live" && !isPaused;
  }, [line, isPaused]);
  useEffect(() => {
    if (isPaused) return;
    return watch(kind, { onRoll: store.takeRoll, onChanges: store.takeChanges });
  }, [watch, kind, store, isPaused]);

  const { isLost, attempt, lookOnce } = useLook({
    look: props.look,
    isPaused: isPaused || line === "live",
    onAnswer(answer: RollAnswer) {
      showTools(answer.tools);
      // What the line has said meanwhile is newer.
      if (!isWatching.current) store.takeRoll(answer.roll);
    },
  });
  useSweep(store, isHeld || isPaused);

  return {
    store,
    roll,
    line,
    // Who was asked in vain and speaks again is not lost.
    isLost: isLost && line !== "live",
    /** Resolves when what the servers answer stands on the screen; false when Rollcall did not answer. */
    async refresh() {
      const at = await attempt(props.refresh);
      if (at === undefined) return false;
      if (line === "live" && !isPaused) await hasHeard(store, at);
      else await lookOnce(props.look);
      return true;
    },
  };
}

/** Rows that have ended leave, but for a list that is held still. */
function useSweep<Kind extends Session>(store: RollStore<Kind>, isHeld: boolean): void {
  const { rows } = store.get();
  useEffect(() => {
    if (isHeld) return;
    const firstEndedAtMs = rows.reduce(
      (first, { endedAtMs }) => Math.min(first, endedAtMs ?? Infinity),
      Infinity,
    );
    if (firstEndedAtMs === Infinity) return;
    const leftMs = Math.ceil(firstEndedAtMs + endedShownMs - performance.now());
    const timer = setTimeout(store.sweep, Math.max(0, leftMs));
    return () => clearTimeout(timer);
  }, [store, rows, isHeld]);
}

const longestHearingMs = 2000;

/** The answers of a refresh come over the line, a moment after the refresh itself. */
async function hasHeard<Kind extends Session>(store: RollStore<Kind>, at: string): Promise<void> {
  const heard = Promise.withResolvers<void>();
  const listen = () => {
    if (store.get().asOf >= new Date(at)) heard.resolve();
  };
  const stop = store.subscribe(listen);
  const timer = setTimeout(heard.resolve, longestHearingMs);
  listen();
  await heard.promise;
  clearTimeout(timer);
  stop();
}
