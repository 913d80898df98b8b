import { notFound } from "next/navigation";
import { toolTitle } from "@/app/tool-title";
import { DomainsScreen } from "@/components/domains/domains-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import { exportCsv, importCsv, remove, save } from "./actions";

export const generateMetadata = () => toolTitle("domains");

const actions = { save, remove, importCsv };
const longestSearch = 300;

export default async function DomainsPage({ searchParams }: PageProps<"/tools-settings/domains">) {
  const operator = await requireOperator();
  if (operator.sees !== "everything") notFound();
  const { search: given } = await searchParams;
  const search = typeof given === "string" ? given.trim().slice(0, longestSearch) : "";
  return (
    <DomainsScreen
      answer={await rollcall().domains.find(search, operator)}
      search={search}
      exportCsv={exportCsv}
      actions={operator.mayAct ? actions : null}
    />
  );
}
