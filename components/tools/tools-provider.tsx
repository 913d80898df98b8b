"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { ToolView } from "./tool-view";

interface Tools {
  readonly tools: readonly ToolView[];
  /** Every look of a page brings the counts of all tools; the side bar shows the newest. */
  readonly showTools: (tools: readonly ToolView[]) => void;
}

const ToolsContext = createContext<Tools | null>(null);

interface ToolsProviderProps {
  readonly first: readonly ToolView[];
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
