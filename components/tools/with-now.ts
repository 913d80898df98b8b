import type { History, Minute } from "@/lib/sessions/history";
import type { ToolState } from "@/lib/sessions/tool-state";

/** The minute under way as the cards count it: they may have heard of more by now. */
export function withNow(history: History, tools: readonly ToolState[]): History {
  const { panel, ftp, terminal } = history.minutes;
  const nowOf = (kind: ToolState["kind"]) => tools.find((tool) => tool.kind === kind);
  return {
    ...history,
    minutes: {
      panel: endWith(panel, nowOf("panel")),
      ftp: endWith(ftp, nowOf("ftp")),
      terminal: endWith(terminal, nowOf("terminal")),
    },
  };
}

function endWith(minutes: readonly (Minute | null)[], tool: ToolState | undefined) {
  if (tool === undefined || tool.count === null) return minutes;
  const unanswered = tool.silentServers.length + tool.staleServers.length;
  return [...minutes.slice(0, -1), { count: tool.count, unanswered }];
}
