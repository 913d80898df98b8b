import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConfigFolder, makeConfigFolder } from "@/tests/support/config-folder";

let config: ConfigFolder;
beforeAll(async () => {
  config = await makeConfigFolder();
});
afterAll(() => config.remove());

const toText = (lines: string, secret = "s3cret") => `openIdConnect:
  clientId: rollcall
  clientSecret: ${secret}
  roles: { admins: server-administrator }
${lines}`;

it("reads who knows people, what each group may be, and defaults", async () => {
  expect((await config.read("")).openIdConnect).toBeUndefined();
  const { openIdConnect } = await config.read(
    toText("  issuer: https://id.example.com/realm\n  viewers: [auditors]\n", `\${OIDC_SECRET}`),
    { OIDC_SECRET: "s3cret" },
  );
  expect(openIdConnect).toEqual({
    issuer: new URL("https://id.example.com/realm"),
    clientId: "rollcall",
    clientSecret: "s3cret",
    title: "Sign in with OpenID Connect",
    scopes: ["profile", "email"],
    groupsClaim: "groups",
    loginClaim: "preferred_username",
    roles: { admins: "server-administrator" },
    viewers: ["auditors"],
  });
});

it.each([
  ["https://id.example.com", true],
  ["http://127.0.0.1:4000", true],
  ["http://[::1]:4000/", true],
  ["http://id.example.com", false],
  ["http://localhost.example.com", false],
  ["http://192.0.2.1", false],
  ["https://user@id.example.com", false],
  ["https://id.example.com/?a=b", false],
  ["id.example.com", false],
])("takes the issuer %s: %s", async (issuer, isTaken) => {
  expect(await config.problemsOf(toText(`  issuer: "${issuer}"\n`))).toEqual(
    isTaken ? [] : [expect.stringMatching(/openIdConnect\.issuer.+must be an https address/)],
  );
});

it("reports a role that is none, no role at all, and a key that is not known", async () => {
  const problems = await config.problemsOf(
    `openIdConnect:
  issuer: https://id.example.com
  clientId: rollcall
  clientSecret: x
  roles: { admins: root }
  group: staff
`,
  );
  expect(problems).toEqual([
    expect.stringContaining("openIdConnect.roles.admins"),
    expect.stringContaining("openIdConnect.group"),
  ]);
  const none = `openIdConnect: { issuer: "https://id.example.com", clientId: a, clientSecret: b, roles: {} }`;
  expect(await config.problemsOf(none)).toEqual([expect.stringContaining("names no group")]);
});
