import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { freePort } from "./free-port";

type Json = Readonly<Record<string, unknown>>;

/** Says of the next ID token what is asked of it, true or not. */
export interface ScriptedIdService {
  readonly issuer: URL;
  /** What a browser brings back from there, once the person has said who they are. */
  answer(address: URL, claims: Json): URLSearchParams;
  /** Changes what the token says, or how it is signed, for the codes given out from now on. */
  script: {
    claims: Json;
    userInfo: Json;
    signedBy: "itself" | "somebody" | "nobody";
    /** Holds every answer back for so long. */
    delayMs: number;
    status: number;
  };
  stop(): Promise<void>;
}

interface Given {
  readonly claims: Json;
  readonly challenge: string;
  readonly redirectUri: string;
}

const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const others = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A service of OpenID Connect that checks what it is asked, and lies where the script says so. */
export async function startScriptedIdService(): Promise<ScriptedIdService> {
  const port = await freePort();
  const issuer = new URL(`http://127.0.0.1:${port}/`);
  const codes = new Map<string, Given>();
  const script: ScriptedIdService["script"] = {
    claims: {},
    userInfo: {},
    signedBy: "itself",
    delayMs: 0,
    status: 200,
  };
  const pages: Readonly<Record<string, (body: URLSearchParams, request: IncomingMessage) => Json>> =
    {
      "/.well-known/openid-configuration": () => toMetadata(issuer),
      "/keys": () => ({
        keys: [
          { ...own.publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "own" },
        ],
      }),
      "/token": (body, request) => {
        const given = codes.get(body.get("code") ?? "");
        codes.delete(body.get("code") ?? "");
        const challenge = createHash("sha256")
          .update(body.get("code_verifier") ?? "")
          .digest("base64url");
        const isRight =
          isRollcall(request) &&
          challenge === given?.challenge &&
          body.get("redirect_uri") === given.redirectUri;
        if (!isRight) return { error: "invalid_grant" };
        return {
          access_token: randomUUID(),
          token_type: "Bearer",
          id_token: toToken({ ...given.claims, ...script.claims }, script.signedBy),
        };
      },
      "/userinfo": () => script.userInfo,
    };

  const server = createServer((request, response) => {
    void reply(request, response, pages, script);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    issuer,
    script,
    answer: ({ searchParams }, claims) => {
      const code = randomUUID();
      const nowSeconds = Math.floor(Date.now() / 1000);
      codes.set(code, {
        challenge: searchParams.get("code_challenge") ?? "",
        redirectUri: searchParams.get("redirect_uri") ?? "",
        claims: {
          iss: issuer.href,
          aud: searchParams.get("client_id"),
          nonce: searchParams.get("nonce"),
          iat: nowSeconds,
          exp: nowSeconds + 60,
          ...claims,
        },
      });
      return new URLSearchParams({ code, state: searchParams.get("state") ?? "" });
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Readonly<Record<string, (body: URLSearchParams, request: IncomingMessage) => Json>>,
  { delayMs, status }: ScriptedIdService["script"],
): Promise<void> {
  const body = new URLSearchParams(await text(request));
  const answer = pages[request.url ?? ""]?.(body, request) ?? { error: "not_found" };
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  response.writeHead("error" in answer ? 400 : status, { "content-type": "application/json" });
  response.end(JSON.stringify(answer));
}

/** Name and secret come encoded as in a form. */
function isRollcall({ headers: { authorization = "" } }: IncomingMessage): boolean {
  const [id, secret] = atob(authorization.replace("Basic ", "")).split(":");
  return new URLSearchParams(`${id}=${secret}`).get("rollcall") === "the secret";
}

function toMetadata({ href, origin }: URL): Json {
  return {
    issuer: href,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    userinfo_endpoint: `${origin}/userinfo`,
    jwks_uri: `${origin}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function toToken(claims: Json, signedBy: ScriptedIdService["script"]["signedBy"]): string {
  const alg = signedBy === "nobody" ? "none" : "RS256";
  const said = `${toPart({ alg, kid: "own" })}.${toPart(claims)}`;
  const key = signedBy === "itself" ? own.privateKey : others.privateKey;
  const signature =
    signedBy === "nobody" ? "" : sign("sha256", Buffer.from(said), key).toString("base64url");
  return `${said}.${signature}`;
}

function toPart(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
