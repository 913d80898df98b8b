import { toolTitle } from "@/app/tool-title";
import { UsersScreen } from "@/components/users/users-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { disable, enable, look, remove, resetFactors, save, setPassword } from "./actions";
import { lookAtUsers } from "./look-at-users";

export const generateMetadata = () => toolTitle("users");

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
