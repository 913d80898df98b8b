import type { Metadata } from "next";
import type { ToolKind } from "@/lib/sessions/tool-state";
import { requestWords } from "./request-language";

/** For the tab of the browser. */
export async function toolTitle(tool: ToolKind): Promise<Metadata> {
  return { title: (await requestWords()).toolWords[tool].title };
}
