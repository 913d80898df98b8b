import { hashSecret, newSecret } from "@/lib/auth/secret";
import { bugLog } from "@/lib/log-trouble";
import type { Store } from "@/lib/store/store";
import { type PanelPerson, panelPeople } from "./panel-people";

type PanelStore = Pick<Store, "users" | "panelSessions">;

const minuteMs = 60_000;
const workEveryMs = 15_000;

/** Signs the people of the panel in, and lets some of them go on working for as long as the process runs. */
export async function beginPanelLife(store: PanelStore): Promise<void> {
  const busy: string[] = [];
  for (const person of panelPeople) busy.push(...(await signIn(store, person)));
  const reportBug = bugLog("the panel sessions of the demo could not go on");
  const work = async () => {
    for (const id of busy) {
      if (Math.random() < 0.5) await store.panelSessions.markActive(id, new Date());
    }
  };
  setInterval(() => void work().catch(reportBug), workEveryMs).unref();
}

/** The ids of the sessions that go on. */
async function signIn({ users, panelSessions }: PanelStore, { login, visits }: PanelPerson) {
  const user = await users.find(login);
  if (!user) throw new Error(`the demo has no user ${login}`);
  const { id: userId, passwordHash } = user;
  const busy: string[] = [];
  for (const { address, userAgent, minutesAgo, isBusy } of visits) {
    const tokenHash = hashSecret(newSecret());
    const startedAt = new Date(Date.now() - minutesAgo * minuteMs);
    const who = { tokenHash, userId, passwordHash, address, peerAddress: address, userAgent };
    await panelSessions.start({ ...who, startedAt, signedInWith: "password", pending: null });
    // Looked for at its start, for by now it would be over by idleness.
    const session = await panelSessions.findSignedIn(tokenHash, startedAt);
    if (!session || !isBusy) continue;
    await panelSessions.markActive(session.id, new Date());
    busy.push(session.id);
  }
  return busy;
}
