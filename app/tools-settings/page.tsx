import type { Metadata } from "next";
import { ToolCards } from "@/components/tools/tool-cards";
import { words } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { countSessions } from "./actions";

export const metadata: Metadata = { title: words.toolsAndSettings };

export default async function ToolsSettingsPage() {
  await requireOperator();
  return (
    <div className="grid gap-6 p-4 sm:p-6">
      <h1 className="font-semibold text-xl tracking-tight">{words.toolsAndSettings}</h1>
      <ToolCards look={countSessions} />
    </div>
  );
}
