import { notFound } from "next/navigation";
import { toolTitle } from "@/app/tool-title";
import { AuditScreen } from "@/components/audit/audit-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import { verify } from "./actions";
import { readFilter, readPlace } from "./read-search";

export const generateMetadata = () => toolTitle("audit");

export default async function AuditPage({ searchParams }: PageProps<"/tools-settings/audit">) {
  const operator = await requireOperator();
  if (operator.sees !== "everything") notFound();
  const given = await searchParams;
  const [filter, place] = [readFilter(given), readPlace(given)];
  const found = await rollcall().audit.search(filter, place, operator);
  return (
    <AuditScreen
      found={found}
      filter={filter}
      place={place}
      standing={rollcall().audit.standing(operator)}
      asOf={new Date()}
      verify={verify}
    />
  );
}
