import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

/** A real OpenID Connect provider: any password will do, and the login says which groups. */
const [port = "", callback = ""] = process.argv.slice(2);
const groups: Readonly<Record<string, readonly string[]>> = {
  boss: ["admins"],
  auditor: ["auditors"],
};
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const provider = new Provider(`http://127.0.0.1:${port}`, {
  jwks: {
    keys: [{ ...privateKey.export({ format: "jwk" }), kid: "own", use: "sig", alg: "RS256" }],
  },
  clients: [{ client_id: "rollcall", client_secret: "the secret", redirect_uris: [callback] }],
  cookies: { keys: ["of one test"] },
  scopes: ["openid", "profile", "groups"],
  claims: { openid: ["sub"], profile: ["preferred_username", "name"], groups: ["groups"] },
  findAccount: (_context, login) => ({
    accountId: login,
    claims: () => ({
      sub: `subject of ${login}`,
      preferred_username: login,
      name: `${login} of Example`,
      groups: groups[login] ?? [],
    }),
  }),
});
provider.listen(Number(port), "127.0.0.1", () => process.stdout.write("listening\n"));
