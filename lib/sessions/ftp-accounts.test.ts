import { expect, it } from "vitest";
import { createAccountFinder } from "./ftp-accounts";

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
