import type { Metadata } from "next";
import { requestWords } from "@/app/request-language";
import { AccountScreen } from "@/components/account/account-screen";
import { auth } from "@/lib/auth/auth";
import { requireOperator } from "@/lib/auth/require-operator";
import {
  addPasskey,
  addTotp,
  askToAddPasskey,
  changePassword,
  makeBackupCodes,
  offerTotp,
  removeFactor,
  renamePasskey,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).accountWords.title };
}

const actions = {
  changePassword,
  offerTotp,
  addTotp,
  askToAddPasskey,
  addPasskey,
  renamePasskey,
  removeFactor,
  makeBackupCodes,
};

export default async function MyAccountPage() {
  const operator = await requireOperator();
  const view = await auth().account.look(operator);
  return <AccountScreen view={view} asOf={new Date()} actions={actions} />;
}
