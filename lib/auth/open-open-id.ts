import type { Env } from "@/lib/env";
import { record } from "@/lib/sessions/record";
import { toSetTime } from "@/lib/sessions/steady-now";
import type { OpenIdProfile, OpenIdUser } from "@/lib/store/open-id-users";
import type { Store } from "@/lib/store/store";
import type { SignedIn } from "./auth";
import type { Visitor } from "./client-address";
import { createGuessBrake } from "./guess-brake";
import { toNetwork } from "./network";
import { noteSignInRefused } from "./note-refusals";
import type { OpenIdAnswer, OpenIdRefusal, OpenIdSettings, OpenIdSignIn } from "./open-id";
import { createOpenIdClient, newQuestion } from "./open-id-client";
import { OpenIdError } from "./open-id-error";
import { toLogin, toPerson } from "./open-id-person";
import { createOpenIdStates } from "./open-id-state";
import { startSession } from "./start-session";

/** Where the service sends people back to. */
const callbackPath = "/sign-in/openid/callback";
/** Each costs the service a question, so one network has as many in 15 minutes. */
const mostFromNetwork = 30;

export function openOpenId(
  store: Store,
  settings: OpenIdSettings,
  { publicUrl, clock }: Pick<Env, "publicUrl"> & { readonly clock: () => number },
): OpenIdSignIn {
  const client = createOpenIdClient(settings, new URL(callbackPath, publicUrl));
  const states = createOpenIdStates(clock);
  const brake = createGuessBrake({ most: mostFromNetwork, clock });

  const read = async ({ query, sealed }: OpenIdAnswer, network: string) => {
    const asked = states.open(sealed ?? "");
    // Not counted: any page may lead a browser here without it, and the service is asked nothing.
    if (!asked) throw new OpenIdError("refused");
    if (brake.take(network) > 0) throw new OpenIdError("too-many");
    return client.readAnswer(query, asked, asked);
  };

  return {
    title: settings.title,

    begin: (how, visitor) =>
      orRefusal(store, { visitor, nameOf: () => "" }, async () => {
        if (brake.waitSeconds(toNetwork(visitor.address)) > 0) throw new OpenIdError("too-many");
        const question = newQuestion();
        const address = await client.ask(question, how);
        return { status: "begun", address, sealed: states.seal({ ...question, ...how }) };
      }),

    finish: (answer, visitor, now) => {
      let name = "";
      return orRefusal(store, { visitor, nameOf: () => name }, async () => {
        const network = toNetwork(visitor.address);
        const claims = await read(answer, network);
        name = toLogin(claims, settings) ?? "";
        const provenAt = toProvenAt(claims["auth_time"], now);
        const signedIn = await enter(store, toPerson(claims, settings), { visitor, now, provenAt });
        brake.giveBack(network);
        return signedIn;
      });
    },
  };
}

interface Entry {
  readonly visitor: Visitor;
  readonly now: Date;
  readonly provenAt: Date | null;
}

async function enter(store: Store, person: OpenIdProfile, entry: Entry): Promise<SignedIn> {
  const user = await keepUser(store, person, entry);
  if (user.isDisabled) throw new OpenIdError("disabled");
  const how = { signedInWith: "openid", pending: null } as const;
  const started = await startSession(store, user, { ...how, ...entry });
  switch (started.status) {
    case "signedIn":
      return started;
    case "full":
      throw new OpenIdError("full");
    // The user was disabled, or given a password, a moment ago.
    case "wrong":
      throw new OpenIdError("disabled");
  }
}

/** The user as the service says by now; made where there is none yet. */
async function keepUser(
  { openIdUsers, audit }: Store,
  person: OpenIdProfile,
  { visitor: { address }, now }: Entry,
): Promise<OpenIdUser> {
  const { openIdSubject, name, email, role, isViewer } = person;
  const known = await openIdUsers.find(openIdSubject);
  if (known?.isDisabled) return known;
  const login = known?.login ?? person.login;
  const detail = { name, email, role, isViewer, with: "openid" };
  const deed = { by: { name: login, address }, user: login, detail };
  if (known && (known.name !== name || known.email !== email)) {
    const describe = () => openIdUsers.describe(known.id, person);
    await record(audit, { ...deed, event: "user.change" }, describe, () => ({ outcome: "done" }));
  }
  if (known?.role === role && known.isViewer === isViewer) return known;

  if (known) {
    const change = () => openIdUsers.changeRole(known.id, person, now);
    await record(audit, { ...deed, event: "user.change" }, change, () => ({ outcome: "done" }));
  } else {
    const add = () => openIdUsers.add(person, now);
    const isAdded = await record(audit, { ...deed, event: "user.add" }, add, (done) => ({
      outcome: done ? "done" : "refused",
    }));
    if (!isAdded) throw new OpenIdError("login-taken");
  }
  const kept = await openIdUsers.find(openIdSubject);
  if (!kept) throw new OpenIdError("disabled");
  return kept;
}

/** When the service last asked who is there. Null where it does not tell. */
function toProvenAt(authTime: unknown, now: Date): Date | null {
  if (typeof authTime !== "number") return null;
  // Its clock may be ahead of ours by a little, and ours may have been set back.
  const agoMs = Math.max(0, toSetTime(now).getTime() - authTime * 1000);
  return new Date(now.getTime() - agoMs);
}

interface Refusing {
  readonly visitor: Visitor;
  /** As far as it is known when it is refused. */
  readonly nameOf: () => string;
}

async function orRefusal<Done>(
  { audit }: Store,
  { visitor, nameOf }: Refusing,
  work: () => Promise<Done>,
): Promise<Done | OpenIdRefusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OpenIdError)) throw error;
    const { problem, why } = error;
    noteSignInRefused(audit, nameOf(), visitor, [`openid ${problem}`, ...why].join(": "));
    return { status: "refused", problem };
  }
}
