import { openAuth } from "@/lib/auth/open-auth";
import { openPanelSource } from "@/lib/providers/panel/open-panel-source";
import { addUser, openScratchStore, password } from "@/tests/support/scratch-store";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };

async function startPanel(): Promise<SourceUnderTest> {
  const { store, keyFile, remove } = await openScratchStore();
  const auth = openAuth(store, { keyFile, publicUrl: new URL("http://127.0.0.1:3000") });
  for (const login of ["anna", "bruno"]) await addUser(store, login);
  return {
    source: openPanelSource("panel", store.panelSessions),
    ending: "remove",
    signIn: async (login) => {
      const outcome = await auth.signIn({ login, password }, visitor, new Date());
      if (outcome.status !== "signedIn") throw new Error(`${login}: ${outcome.status}`);
      const { secret } = outcome;
      return {
        isConnected: async () =>
          (await auth.recognise(secret, new Date(), { countsAsActivity: true })) !== undefined,
        leave: () => auth.signOut(secret, new Date()),
      };
    },
    breakDown: () => store.close(),
    stop: remove,
  };
}

describeSessionSource("panel", startPanel, ["anna", "bruno"]);
