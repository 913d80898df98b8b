import { notFound } from "next/navigation";
import { toolTitle } from "@/app/tool-title";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import { save } from "./actions";

export const generateMetadata = () => toolTitle("settings");

export default async function SettingsPage() {
  const operator = await requireOperator();
  if (operator.sees !== "everything") notFound();
  const limits = await rollcall().settings.sessionLimits(operator);
  return <SettingsScreen limits={limits} save={operator.mayAct ? save : null} />;
}
