import { toolTitle } from "@/app/tool-title";
import { toErrand } from "@/components/servers/errand";
import { ServersScreen } from "@/components/servers/servers-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { exportYaml, findOut, importYaml, look, refresh, remove, save } from "./actions";
import { lookAtServers } from "./look-at-servers";

export const generateMetadata = () => toolTitle("servers");

const actions = { findOut, save, remove, exportYaml, importYaml };

export default async function ServersPage({ searchParams }: PageProps<"/tools-settings/servers">) {
  const operator = await requireOperator();
  const { view } = await lookAtServers(operator, { fresh: false });
  return (
    <ServersScreen
      first={view}
      look={look}
      refresh={refresh}
      actions={operator.mayAct ? actions : null}
      errand={toErrand(await searchParams)}
    />
  );
}
