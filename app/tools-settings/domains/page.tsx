import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DomainsScreen } from "@/components/domains/domains-screen";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { rollcall } from "@/lib/rollcall";
import { exportCsv, importCsv, remove, save } from "./actions";

export const metadata: Metadata = { title: toolWords.domains.title };

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
