import { describe, expect, it } from "vitest";
import { createAccountFinder, type FtpAccountRule, withFtpAccounts } from "./ftp-accounts";
import type { FtpSession, Session } from "./session";
import type { SessionSource } from "./session-source";

const find = createAccountFinder([
  { login: "web*", type: "web-user", domain: "example.com" },
  { home: "/var/www/vhosts/:domain/web_users/*", type: "web-user" },
  { home: "/var/www/vhosts/:domain/**", type: "website-administrator" },
]);

it("takes the first rule that matches", () => {
  expect(find("web7", "/var/www/vhosts/other.example/httpdocs")).toEqual({
    type: "web-user",
    domain: "example.com",
  });
});

it("takes the domain out of the home directory", () => {
  expect(find("wanda", "/var/www/vhosts/alpha.example/web_users/wanda")).toEqual({
    type: "web-user",
    domain: "alpha.example",
  });
  expect(find("anna", "/var/www/vhosts/alpha.example/httpdocs/a/b")).toEqual({
    type: "website-administrator",
    domain: "alpha.example",
  });
});

it("lets * stop at a path part, and no rule match half a name", () => {
  expect(find("deep", "/var/www/vhosts/alpha.example/web_users/a/b").type).toBe(
    "website-administrator",
  );
  expect(find("myweb", null).type).toBeNull();
});

it("leaves unknown what no rule says", () => {
  expect(find("anna", null)).toEqual({ type: null, domain: null });
  expect(find("joe@beta.example", null)).toEqual({ type: null, domain: "beta.example" });
  expect(find("ftp", null).type).toBe("anonymous");
});

it("takes the characters of patterns literally", () => {
  const findDot = createAccountFinder([{ login: "a.b+(c)", type: "registered" }]);
  expect(findDot("a.b+(c)", null).type).toBe("registered");
  expect(findDot("axb+(c)", null).type).toBeNull();
});

const anna: FtpSession = {
  kind: "ftp",
  ref: { sourceId: "a/proftpd", id: "12", user: "anna", start: "34", name: null },
  user: "anna",
  remoteAddress: "192.0.2.1",
  startedAt: null,
  connectedSeconds: null,
  idleSeconds: null,
  type: null,
  status: "idle",
  command: null,
  domain: null,
  virtualHost: null,
  home: null,
  location: null,
  clientLocation: null,
  fileName: null,
  filePath: null,
  bytesTransferred: null,
  bytesPerSecond: null,
  progressPercent: null,
  protocol: "ftp",
  pid: 12,
};

function sourceOf(session: Session): SessionSource {
  return { id: "a/proftpd", list: async () => [session], act: async () => [{ status: "asked" }] };
}

describe("a source with FTP accounts", () => {
  async function listWith(session: FtpSession, rules: readonly FtpAccountRule[] = []) {
    const source = withFtpAccounts(sourceOf(session), rules);
    return (await source.list(AbortSignal.timeout(1000)))[0];
  }

  it("knows an account by the home directory that its server told", async () => {
    const rules = [{ home: "/var/www/vhosts/:domain/**", type: "website-administrator" }] as const;
    const session = { ...anna, home: "/var/www/vhosts/alpha.example/httpdocs" };
    expect(await listWith(session, rules)).toEqual({
      ...session,
      type: "website-administrator",
      domain: "alpha.example",
    });
    expect(await listWith(anna, rules)).toEqual(anna);
  });

  it("says nothing of who is not logged in", async () => {
    const nobody = { ...anna, user: null, virtualHost: "alpha.example", home: "/" };
    expect(await listWith(nobody, [{ login: "*", type: "registered" }])).toEqual(nobody);
  });

  it("takes the domain of the rule, then of the login, then of the virtual host", async () => {
    const session = { ...anna, user: "anna@beta.example", virtualHost: "gamma.example" };
    const rules = [{ login: "anna@*", type: "registered", domain: "alpha.example" }] as const;
    expect(await listWith(session, rules)).toMatchObject({ domain: "alpha.example" });
    expect(await listWith(session)).toMatchObject({ domain: "beta.example" });
    expect(await listWith({ ...session, user: "anna" })).toMatchObject({ domain: "gamma.example" });
  });

  it.each([
    ["a title", "ProFTPD Default Installation"],
    ["a name without a dot", "localhost"],
    ["an IPv4 address", "192.0.2.1"],
    ["an IPv6 address", "2001:db8::1"],
    ["a name that may have been cut", "a-very-long-name.gamma.example1"],
    ["half a name", "gamma."],
    ["a name with a stray hyphen", "-gamma.example"],
    ["a line feed", "gamma.example\n"],
  ])("takes no domain from %s", async (_what, virtualHost) => {
    expect(await listWith({ ...anna, virtualHost })).toMatchObject({ domain: null });
  });

  it("takes the longest virtual host that cannot have been cut", async () => {
    const virtualHost = "a-very-long-name.gamma.example";
    expect(await listWith({ ...anna, virtualHost })).toMatchObject({ domain: virtualHost });
  });

  it("keeps all else that the source can do", async () => {
    const limit = { code: "no-sockets", remedy: null, count: null } as const;
    const cleared: string[] = [];
    const source = withFtpAccounts(
      {
        ...sourceOf(anna),
        limits: () => [limit],
        clearLeftovers: async () => void cleared.push("cleared"),
      },
      [],
    );
    const signal = AbortSignal.timeout(1000);
    expect(source.id).toBe("a/proftpd");
    expect(await source.act([anna.ref], "remove", signal)).toEqual([{ status: "asked" }]);
    expect(source.limits?.()).toEqual([limit]);
    await source.clearLeftovers?.(signal);
    expect(cleared).toEqual(["cleared"]);
    expect(withFtpAccounts(sourceOf(anna), []).clearLeftovers).toBeUndefined();
  });
});
