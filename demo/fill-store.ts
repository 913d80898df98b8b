import { createUsers } from "@/lib/auth/manage-users";
import { createDomains } from "@/lib/domains/manage-domains";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { createServers } from "@/lib/servers/manage-servers";
import { openSources } from "@/lib/servers/open-sources";
import type { Operator } from "@/lib/sessions/operator";
import type { Store } from "@/lib/store/store";
import type { DemoServer } from "./demo-host";
import { ftpAccounts } from "./ftp-accounts";
import { type PanelPerson, panelPeople } from "./panel-people";

const operator: Operator = {
  name: "demo",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};

/** Gives an empty store what a newcomer should find: servers, users and domains. */
export async function fillStore(
  store: Store,
  env: Env,
  servers: readonly DemoServer[],
): Promise<void> {
  await addServers(store, env, servers);
  for (const person of panelPeople) {
    await addUser(store, person);
    for (const name of person.domains) await addDomain(store, name, person, servers);
  }
}

async function addServers(store: Store, env: Env, servers: readonly DemoServer[]): Promise<void> {
  const sources = await openSources(env, store, { log });
  const managed = createServers(store, sources);
  for (const { name, provider, password, fingerprint: hostKey, ...address } of servers) {
    const credential = { kind: "password", password } as const;
    const via = { kind: "ssh", ...address, credential, hostKey } as const;
    const draft = { id: null, name, via, sources: [{ provider, settings: {} }] };
    assertDone(await managed.save(draft, operator), "saved");
  }
  await sources.close();
}

async function addUser(store: Store, person: PanelPerson): Promise<void> {
  const { login, name, password, role, owner: ownerLogin, isViewer } = person;
  const draft = { id: null, login, name, email: "", role, ownerLogin, isViewer, password };
  assertDone(await createUsers(store).save(draft, operator), "done");
}

async function addDomain(
  store: Store,
  name: string,
  { login: customer }: PanelPerson,
  servers: readonly DemoServer[],
): Promise<void> {
  const domains = createDomains(store, () => servers.map((server) => server.name));
  const accounts = Object.entries(ftpAccounts).flatMap(([server, all]) =>
    all.flatMap(({ login, type, domain }) => (domain === name ? [{ login, type, server }] : [])),
  );
  assertDone(await domains.save({ id: null, name, customer, accounts }, operator), "saved");
}

function assertDone(answer: { readonly status: string }, wanted: string): void {
  if (answer.status !== wanted) throw new Error(`the demo cannot begin: ${JSON.stringify(answer)}`);
}
