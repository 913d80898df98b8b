"use client";

import { useState } from "react";
import { useLive } from "@/components/live/use-live";
import { useLook } from "@/components/ui/use-look";
import { findKind } from "@/lib/sessions/find-kind";
import type { ToolState } from "@/lib/sessions/tool-state";
import { AttentionPanel } from "./attention-panel";
import { BusyAddresses, BusyUsers } from "./busiest-panels";
import { HourChart } from "./hour-chart";
import { HourTable } from "./hour-table";
import type { OverviewAnswer } from "./overview-answer";
import { SessionCard, ToolCard } from "./tool-card";
import { useTools } from "./tools-provider";
import { withNow } from "./with-now";

interface ToolsScreenProps {
  readonly first: OverviewAnswer;
  readonly look: () => Promise<OverviewAnswer>;
}

/** What goes on, and the way to every tool. */
export function ToolsScreen({ first, look }: ToolsScreenProps) {
  const { tools, showTools } = useTools();
  const { line } = useLive();
  const [{ overview, attention }, show] = useState(first);
  useLook({
    look,
    isPaused: false,
    onAnswer(answer) {
      // The live channel says it sooner.
      if (line !== "live") showTools(answer.tools);
      show(answer);
    },
  });
  const { busiest, asOf } = overview;
  const history = overview.history && withNow(overview.history, tools);
  const others = tools.filter(({ kind }) => !findKind(kind));
  return (
    <>
      <SessionCards tools={tools} history={history} asOf={asOf} />
      {history && <HourTable history={history} asOf={asOf} />}
      {attention && <AttentionPanel attention={attention} />}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <BusyAddresses busiest={busiest} />
        <BusyUsers busiest={busiest} />
      </div>
      {others.length > 0 && (
        <ul className="grid grid-cols-1 gap-4 sm:grid-cols-6 xl:grid-cols-5">
          {others.map((tool) => (
            <ToolCard key={tool.kind} tool={tool} />
          ))}
        </ul>
      )}
    </>
  );
}

interface SessionCardsProps extends Pick<OverviewAnswer["overview"], "history" | "asOf"> {
  readonly tools: readonly ToolState[];
}

function SessionCards({ tools, history, asOf }: SessionCardsProps) {
  const shown = tools.flatMap((tool) => {
    const kind = findKind(tool.kind);
    return kind ? [{ kind, tool }] : [];
  });
  return (
    <ul
      className={`grid grid-cols-1 gap-4 ${shown.length > 2 ? "lg:grid-cols-3" : "lg:grid-cols-2"}`}
    >
      {shown.map(({ kind, tool }) => (
        <SessionCard key={kind} tool={tool}>
          {history && tool.sourceCount !== 0 && (
            <HourChart
              kind={kind}
              minutes={history.minutes[kind]}
              known={history.known}
              asOf={asOf}
            />
          )}
        </SessionCard>
      ))}
    </ul>
  );
}
