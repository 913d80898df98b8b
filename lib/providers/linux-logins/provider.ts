import { z } from "zod";
import { parseAsked } from "@/lib/providers/linux/parse-asked";
import { reason } from "@/lib/sessions/reason";
import { isSameSession } from "@/lib/sessions/same-session";
import { defineProvider } from "@/lib/sessions/session-provider";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { beforeAsking, SourceError } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import { logOut } from "./log-out";
import type { Login } from "./login";
import { createLook, type Look } from "./look-at-logins";
import { toRef, toSession } from "./to-sessions";

/** People signed in on a Linux machine: logind and utmp, with /proc to tell who is still there. */
export const linuxLoginsProvider = defineProvider({
  name: "linux-logins",
  kind: "terminal",
  title: "Linux logins",
  settingsSchema: z.strictObject({}).readonly(),
  open: (sourceId, _settings, transport) => openSource(sourceId, transport),

  async find(transport, signal) {
    try {
      await createLook(transport)(signal, false);
      return [{}];
    } catch (error) {
      if (error instanceof SourceError && error.code === "tool-missing") return [];
      throw error;
    }
  },
});

function openSource(sourceId: string, transport: Transport): SessionSource {
  const look = createLook(transport);
  let limits: readonly SourceLimit[] = [];
  let rightsAskedAtMs = Number.NEGATIVE_INFINITY;

  async function lookNow(signal: AbortSignal): Promise<Look> {
    const nowMs = performance.now();
    const needsRights = nowMs - rightsAskedAtMs >= rightsLastMs;
    const found = await look(signal, needsRights);
    if (found.limits) {
      limits = found.limits;
      rightsAskedAtMs = nowMs;
    }
    return found;
  }

  async function ask(endings: readonly Login[], action: "logOff" | "reset", signal: AbortSignal) {
    if (endings.length === 0) return new Map<number, Asked>();
    return parseAsked(await transport.run(logOut(endings, action), signal), endings);
  }

  return {
    id: sourceId,

    async list(signal) {
      const { logins, bootId, nowMs } = await lookNow(signal);
      return logins.map((login) => toSession(login, { sourceId, bootId }, nowMs));
    },

    async act(refs, action, signal) {
      if (action === "disconnect") return refs.map(() => notDisconnected);
      if (action !== "logOff" && action !== "reset") throw new Error("a login is logged out");
      const { logins, bootId } = await beforeAsking(lookNow(signal));
      const byId = new Map(logins.map((login) => [String(login.pid), login]));
      const findSame = (ref: SessionRef) => {
        const login = byId.get(ref.id);
        return login && isSameSession(ref, toRef(login, { sourceId, bootId })) ? login : undefined;
      };
      const same = refs.map(findSame);
      const endings = same
        .filter((login) => login !== undefined)
        .filter(({ isOfPerson }) => isOfPerson);
      const asked = await ask(endings, action, signal);
      return refs.map(({ id }, index): Asked => {
        const login = same[index];
        if (!login) return { status: byId.has(id) ? "replaced" : "gone" };
        return asked.get(login.pid) ?? { status: "refused", reason: reason("nobodySignedIn") };
      });
    },

    limits: () => limits,
  };
}

const notDisconnected: Asked = {
  status: "refused",
  reason: reason("notDisconnected"),
};

/** A sudo that refuses writes to the server's log. */
const rightsLastMs = 600_000;
