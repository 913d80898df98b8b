import type { Metadata } from "next";
import { Suspense } from "react";
import { requestWords } from "@/app/request-language";
import { ToolsScreen } from "@/components/tools/tools-screen";
import { ToolsSkeleton } from "@/components/tools/tools-skeleton";
import { requireOperator } from "@/lib/auth/require-operator";
import type { Operator } from "@/lib/sessions/operator";
import { look } from "./actions";
import { lookAtOverview } from "./look-at-overview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).frameWords.toolsAndSettings };
}

export default async function ToolsSettingsPage() {
  const operator = await requireOperator();
  const { toolsAndSettings } = (await requestWords()).frameWords;
  return (
    <div className="grid grid-cols-1 gap-4 p-4 sm:p-6">
      <h1 className="pb-2 font-semibold text-xl tracking-tight">{toolsAndSettings}</h1>
      {/* Not loading.tsx, which would also stand in for the pages below this one. */}
      <Suspense fallback={<ToolsSkeleton />}>
        <Tools operator={operator} />
      </Suspense>
    </div>
  );
}

async function Tools({ operator }: { readonly operator: Operator }) {
  return <ToolsScreen first={await lookAtOverview(operator)} look={look} />;
}
