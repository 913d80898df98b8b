"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { ToolState } from "@/lib/sessions/tool-state";

interface Tools {
  readonly tools: readonly ToolState[];
  /** Every look of a page brings the counts of all tools; the side bar shows the newest. */
  readonly showTools: (tools: readonly ToolState[]) => void;
}

const ToolsContext = createContext<Tools | null>(null);

interface ToolsProviderProps {
  readonly first: readonly ToolState[];
  readonly children: ReactNode;
}

export function ToolsProvider({ first, children }: ToolsProviderProps) {
  const [tools, showTools] = useState(first);
  return <ToolsContext value={{ tools, showTools }}>{children}</ToolsContext>;
}

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("useTools is for what stands inside ToolsProvider");
  return tools;
}
