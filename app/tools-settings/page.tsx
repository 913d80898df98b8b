import type { Metadata } from "next";
import { requestWords } from "@/app/request-language";
import { ToolCards } from "@/components/tools/tool-cards";
import { requireOperator } from "@/lib/auth/require-operator";
import { countSessions } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).frameWords.toolsAndSettings };
}

export default async function ToolsSettingsPage() {
  await requireOperator();
  const { toolsAndSettings } = (await requestWords()).frameWords;
  return (
    <div className="grid gap-6 p-4 sm:p-6">
      <h1 className="font-semibold text-xl tracking-tight">{toolsAndSettings}</h1>
      <ToolCards look={countSessions} />
    </div>
  );
}
