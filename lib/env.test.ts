import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareDataFolder, readEnv } from "./env";

describe("readEnv", () => {
  it("starts with nothing set, on this machine only", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: new URL("http://127.0.0.1:3000"),
      dataFolder: resolve("data"),
      databaseUrl: `file:${resolve("data/rollcall.db")}`,
      keyFile: resolve("data/rollcall.key"),
      configFile: null,
      firstAdministrator: null,
      trustedProxies: [],
      apiToken: null,
      variables: {},
    });
  });

  it("takes an empty variable as one that is not set", () => {
    const env = readEnv({ PORT: "", ROLLCALL_URL: "", ROLLCALL_ADMIN_LOGIN: "" });
    expect({ ...env, variables: {} }).toEqual(readEnv({}));
  });

  it("reads every variable", () => {
    const env = readEnv({
      PORT: "8080",
      HOST: "::1",
      ROLLCALL_DATA: "/srv/rollcall",
      DATABASE_URL: "file:///srv/other.db",
      ROLLCALL_CONFIG: "/etc/rollcall.yaml",
      ROLLCALL_KEY_FILE: "/etc/rollcall.key",
      ROLLCALL_ADMIN_LOGIN: "anna",
      ROLLCALL_ADMIN_PASSWORD: "correct horse battery",
      ROLLCALL_TRUSTED_PROXIES: "10.0.0.0/8, 2001:db8::1",
    });
    expect(env.publicUrl.origin).toBe("http://[::1]:8080");
    expect(env.dataFolder).toBe("/srv/rollcall");
    expect(env.databaseUrl).toBe("file:/srv/other.db");
    expect(env.configFile).toBe("/etc/rollcall.yaml");
    expect(env.keyFile).toBe("/etc/rollcall.key");
    expect(env.firstAdministrator?.login).toBe("anna");
    expect(env.trustedProxies).toEqual(["10.0.0.0/8", "2001:db8::1"]);
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "0"],
    ["PORT", "http"],
    ["PORT", "-1"],
    ["HOST", "not a host"],
    ["HOST", "999.1.1.1"],
    ["HOST", "fe80::1%eth0"],
    ["ROLLCALL_URL", "rollcall.example.com"],
    ["ROLLCALL_URL", "ftp://rollcall.example.com"],
    ["ROLLCALL_URL", "https://rollcall.example.com/panel"],
    ["ROLLCALL_URL", "https://anna:secret@rollcall.example.com"],
    ["DATABASE_URL", "mysql://localhost/rollcall"],
    ["ROLLCALL_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["ROLLCALL_TRUSTED_PROXIES", "10.0.0.1 proxy"],
    ["ROLLCALL_TRUSTED_PROXIES", "1"],
    ["ROLLCALL_TRUSTED_PROXIES", "10.0/8"],
  ])("names the variable that does not parse: %s=%s", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(
      expect.objectContaining({ code: "env", message: expect.stringMatching(`^${name} must be `) }),
    );
  });

  it.each([
    ["DATABASE_URL", "mysql://anna:horse@localhost/rollcall"],
    ["DATABASE_URL", "postgresql://anna:horse@localhost/rollcall"],
    ["ROLLCALL_URL", "https://anna:horse@rollcall.example.com"],
  ])("does not repeat the password in %s=%s", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("horse") }),
    );
  });

  it("says that PostgreSQL is not supported yet", () => {
    expect(() => readEnv({ DATABASE_URL: "postgresql://localhost/rollcall" })).toThrow(
      /^DATABASE_URL names PostgreSQL, which this version does not support yet/,
    );
  });

  it("asks for both halves of the first administrator and keeps the password to itself", () => {
    expect(() => readEnv({ ROLLCALL_ADMIN_LOGIN: "anna" })).toThrow(/^ROLLCALL_ADMIN_PASSWORD is/);
    expect(() => readEnv({ ROLLCALL_ADMIN_PASSWORD: "horse" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("horse") }),
    );
  });
});

describe("prepareDataFolder", () => {
  const scratch = mkdtempSync(join(tmpdir(), "rollcall-env-"));
  afterAll(() => rmSync(scratch, { recursive: true }));

  it("makes a folder that other accounts cannot open", () => {
    const dataFolder = join(scratch, "deep", "data");
    prepareDataFolder({ dataFolder });
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
    prepareDataFolder({ dataFolder });
  });

  it("refuses at once where no folder can be made", () => {
    for (const dataFolder of ["/proc/x", "/proc/x/y"]) {
      expect(() => prepareDataFolder({ dataFolder })).toThrow(
        expect.objectContaining({
          code: "env",
          message: expect.stringMatching(/^ROLLCALL_DATA: /),
        }),
      );
    }
  });

  it("says which folder cannot be made", () => {
    const file = join(scratch, "file");
    writeFileSync(file, "");
    expect(() => prepareDataFolder({ dataFolder: join(file, "data") })).toThrow(
      expect.objectContaining({ code: "env", message: expect.stringContaining(file) }),
    );
  });
});
