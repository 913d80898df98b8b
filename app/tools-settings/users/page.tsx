import type { Metadata } from "next";
import { UsersScreen } from "@/components/users/users-screen";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { disable, enable, look, remove, resetFactors, save, setPassword } from "./actions";
import { lookAtUsers } from "./look-at-users";

export const metadata: Metadata = { title: toolWords.users.title };

const actions = { save, setPassword, resetFactors, disable, enable, remove };

export default async function UsersPage() {
  const operator = await requireOperator();
  return (
    <UsersScreen
      first={await lookAtUsers("", operator)}
      ownLogin={operator.name}
      look={look}
      actions={operator.mayAct ? actions : null}
    />
  );
}
