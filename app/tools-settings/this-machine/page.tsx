import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requestWords } from "@/app/request-language";
import { ThisMachineScreen } from "@/components/this-machine/this-machine-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { look, setListed } from "./actions";
import { lookHere } from "./look-here";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).thisMachineWords.title };
}

export default async function ThisMachinePage() {
  const operator = await requireOperator();
  if (operator.sees !== "everything" || !operator.mayAct) notFound();
  return <ThisMachineScreen first={await lookHere(operator)} actions={{ look, setListed }} />;
}
