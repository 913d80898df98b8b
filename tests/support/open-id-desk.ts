import type { Auth } from "@/lib/auth/auth";
import { openAuth } from "@/lib/auth/open-auth";
import type { OpenIdSignIn } from "@/lib/auth/open-id";
import { openScratchStore, type ScratchStore } from "./scratch-store";
import { type ScriptedIdService, startScriptedIdService } from "./scripted-id-service";

type Claims = Readonly<Record<string, unknown>>;

export const visitor = {
  address: "192.0.2.7",
  peerAddress: "192.0.2.7",
  userAgent: null,
} as const;

/** A scripted service, and somebody who goes there and comes back. */
export interface OpenIdDesk {
  readonly service: ScriptedIdService;
  readonly scratch: ScratchStore;
  readonly auth: Auth;
  readonly openId: OpenIdSignIn;
  readonly clock: { minute: number };
  begin(isAnew?: boolean): Promise<{ readonly address: URL; readonly sealed: string }>;
  comeAs(claims: Claims, isAnew?: boolean): ReturnType<OpenIdSignIn["finish"]>;
  /** The secret for the cookie. */
  enterAs(claims: Claims): Promise<string>;
  look(secret: string): ReturnType<Auth["recognise"]>;
  close(): Promise<void>;
}

export async function openIdDesk(): Promise<OpenIdDesk> {
  const service = await startScriptedIdService();
  const scratch = await openScratchStore();
  const clock = { minute: 0 };
  const [auth, openId] = openDesk(service, scratch, clock);

  const begin = async (isAnew = false) => {
    const begun = await openId.begin({ isAnew }, visitor);
    if (begun.status !== "begun") throw new Error(begun.problem);
    return begun;
  };
  const comeAs = async (claims: Claims, isAnew = false) => {
    const { address, sealed } = await begin(isAnew);
    const query = service.answer(address, claims);
    return openId.finish({ query, sealed }, visitor, new Date());
  };
  return {
    service,
    scratch,
    auth,
    openId,
    clock,
    begin,
    comeAs,
    enterAs: async (claims) => {
      const finished = await comeAs(claims);
      if (finished.status !== "signedIn") throw new Error(finished.problem);
      return finished.secret;
    },
    look: (secret) => auth.recognise(secret, new Date(), { countsAsActivity: false }),
    close: async () => {
      await service.stop();
      await scratch.remove();
    },
  };
}

export function openDesk(
  { issuer }: ScriptedIdService,
  scratch: ScratchStore,
  clock: { readonly minute: number },
): [Auth, OpenIdSignIn] {
  const openIdConnect = {
    issuer,
    clientId: "rollcall",
    clientSecret: "the secret",
    title: "Sign in with Example",
    scopes: ["profile", "groups"],
    groupsClaim: "groups",
    loginClaim: "preferred_username",
    roles: { admins: "server-administrator", staff: "customer", auditors: "server-administrator" },
    viewers: ["auditors"],
  } as const;
  const env = { ...scratch, publicUrl: new URL("http://127.0.0.1:3000") };
  const options = { clock: () => clock.minute * 60_000, openIdConnect };
  const auth = openAuth(scratch.store, env, options);
  if (!auth.openId) throw new Error("it was configured");
  return [auth, auth.openId];
}
