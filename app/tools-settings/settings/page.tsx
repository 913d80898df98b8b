import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import { save } from "./actions";

export const metadata: Metadata = { title: toolWords.settings.title };

export default async function SettingsPage() {
  const operator = await requireOperator();
  if (operator.sees !== "everything") notFound();
  const limits = await rollcall().settings.sessionLimits(operator);
  return <SettingsScreen limits={limits} save={operator.mayAct ? save : null} />;
}
