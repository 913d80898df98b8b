import type { Metadata } from "next";
import { AccountScreen } from "@/components/account/account-screen";
import { accountWords } from "@/components/account/account-words";
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

export const metadata: Metadata = { title: accountWords.title };

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
