import * as oauth from "openid-client";
import type { AskSettings, OpenIdSettings } from "./open-id";
import { asOpenIdError } from "./open-id-error";

/** What must come back as it went. */
export interface OpenIdQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** All of it throws OpenIdError. */
export interface OpenIdClient {
  /** Where to send the browser with the question. */
  ask(question: OpenIdQuestion, settings: AskSettings): Promise<URL>;
  /** Who answered. */
  readAnswer(
    query: URLSearchParams,
    question: OpenIdQuestion,
    settings: AskSettings,
  ): Promise<Claims>;
}

const timeoutSeconds = 5;
/** How old a proof may be that was asked for just now. */
const proofSeconds = 60;

export function newQuestion(): OpenIdQuestion {
  return {
    state: oauth.randomState(),
    nonce: oauth.randomNonce(),
    codeVerifier: oauth.randomPKCECodeVerifier(),
  };
}

export function createOpenIdClient(settings: OpenIdSettings, callback: URL): OpenIdClient {
  const find = createFind(settings);
  return {
    ask: async ({ state, nonce, codeVerifier }, { isAnew }) =>
      oauth.buildAuthorizationUrl(await find(), {
        redirect_uri: callback.href,
        scope: [...new Set(["openid", ...settings.scopes])].join(" "),
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        state,
        nonce,
        ...(isAnew ? { prompt: "login", max_age: "0" } : {}),
      }),

    readAnswer: async (query, { state, nonce, codeVerifier }, { isAnew }) => {
      const service = await find();
      const answer = new URL(callback);
      answer.search = query.toString();
      return asOpenIdError(async () => {
        const tokens = await oauth.authorizationCodeGrant(service, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
          ...(isAnew ? { maxAge: proofSeconds } : {}),
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("an ID token was asked for, and its absence let pass");
        return addMissing(claims, settings, () =>
          oauth.fetchUserInfo(service, tokens.access_token, claims.sub),
        );
      });
    },
  };
}

/** Asks the service where it answers, once it does. */
function createFind({ issuer, clientId, clientSecret }: OpenIdSettings) {
  // Its signature is looked at also where an answer came straight from the service.
  const checks = [oauth.enableNonRepudiationChecks];
  const execute = issuer.protocol === "http:" ? [...checks, oauth.allowInsecureRequests] : checks;
  const options = { execute, timeout: timeoutSeconds };
  let finding: Promise<oauth.Configuration> | undefined;
  return async () => {
    // Once for all who ask at the same time, and again after it failed.
    finding ??= asOpenIdError(() =>
      oauth.discovery(issuer, clientId, clientSecret, authenticate(clientSecret), options),
    );
    try {
      return await finding;
    } catch (error) {
      finding = undefined;
      throw error;
    }
  };
}

/** In the header where the service takes it, which is what it does unless it says otherwise. */
function authenticate(clientSecret: string): oauth.ClientAuth {
  const [basic, post] = [
    oauth.ClientSecretBasic(clientSecret),
    oauth.ClientSecretPost(clientSecret),
  ];
  return (service, ...rest) => {
    const ways = service.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (ways.includes("client_secret_basic") ? basic : post)(service, ...rest);
  };
}

/** Many services tell login and groups only when asked a second time. */
async function addMissing(
  claims: Claims,
  { loginClaim, groupsClaim }: OpenIdSettings,
  askMore: () => Promise<Claims>,
): Promise<Claims> {
  const isWhole = claims[loginClaim] !== undefined && claims[groupsClaim] !== undefined;
  return isWhole ? claims : { ...(await askMore()), ...claims };
}
