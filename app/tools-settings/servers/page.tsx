import type { Metadata } from "next";
import { ServersScreen } from "@/components/servers/servers-screen";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { exportYaml, findOut, importYaml, look, refresh, remove, save } from "./actions";
import { lookAtServers } from "./look-at-servers";

export const metadata: Metadata = { title: toolWords.servers.title };

const actions = { findOut, save, remove, exportYaml, importYaml };

export default async function ServersPage() {
  const operator = await requireOperator();
  const { view } = await lookAtServers(operator, { fresh: false });
  return (
    <ServersScreen
      first={view}
      look={look}
      refresh={refresh}
      actions={operator.mayAct ? actions : null}
    />
  );
}
