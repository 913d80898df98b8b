import { createRoot } from "react-dom/client";
import type { Live } from "@/components/live/use-live";
import { BenchScreen } from "./bench-screen";
import { changedSession, toFirstPart, toGridChanges, toGridRoll } from "./grid-rows";
import type { Grid, GridRound } from "./grid-side";

type Watcher = Parameters<Live["watch"]>[1];

/** It comes as to a page that has too many rows to bring them. */
export async function openOurs(stage: HTMLElement, count: number): Promise<Grid> {
  const watched = Promise.withResolvers<Watcher>();
  const watch: Live["watch"] = (_, watcher) => {
    watched.resolve(watcher);
    return () => undefined;
  };
  const screen = <BenchScreen first={toFirstPart()} live={{ line: "live", watch }} />;
  createRoot(stage).render(screen);
  const watcher = await watched.promise;
  const roll = toGridRoll(count);
  return {
    show: () => watcher.onRoll(roll),
    prepare(round): GridRound {
      const changes = toGridChanges(count, round);
      return {
        apply() {
          if (!watcher.onChanges(changes)) throw new Error("a change was missed");
        },
        now: (place) => changedSession(place, count, round),
      };
    },
    findRow: (place) => stage.querySelector(`tbody tr[data-index="${place}"]`),
    rowsDrawn: () => stage.querySelectorAll("tbody tr[data-index]").length,
    scrolled: () => stage.querySelector(".sessions-box"),
  };
}
