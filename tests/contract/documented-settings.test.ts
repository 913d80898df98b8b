import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { configSchema } from "@/lib/config/config-schema";
import { readConfig } from "@/lib/config/read-config";
import { limitsOf } from "@/lib/providers/ftp/rights";
import { parseRights } from "@/lib/providers/linux-logins/rights";
import { parseWho } from "@/lib/providers/pureftpd/parse-who";
import { createProviders } from "@/lib/providers/registry";
import { describeWith } from "@/tests/support/describe-with";
import { blocksOf, documentAt, documents } from "@/tests/support/documents";

describe("the configuration file", () => {
  const text = documentAt("docs/configuration.md");
  const providers = createProviders({
    listSignedIn: async () => [],
    isSignedIn: async () => false,
    remove: async () => false,
  });

  it("has each of its keys explained", () => {
    const options = { io: "input", unrepresentable: "any" } as const;
    const keys = keysOf(z.toJSONSchema(configSchema, options));
    expect(keys).toContain("watchedSeconds");
    expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(text))).toEqual([]);
  });

  it("has each provider in its table, with each setting of it", () => {
    for (const { name, settingsSchema } of providers) {
      const row = new RegExp(`^\\| \`${name}\` .*$`, "m").exec(text)?.[0] ?? "";
      const settings = keysOf(z.toJSONSchema(settingsSchema, { io: "input" }));
      expect([name, ...settings].filter((word) => !row.includes(`\`${word}\``))).toEqual([]);
    }
  });

  it.each(blocksOf("yaml"))("is understood as a document shows it, example %#", async (yaml) => {
    const folder = makeFolder();
    const path = join(folder, "rollcall.yaml");
    mkdirSync(join(folder, "keys"));
    for (const [, file = ""] of yaml.matchAll(/(keys\/[\w-]+)/g)) {
      writeFileSync(join(folder, file), "a key");
    }
    writeFileSync(path, yaml);
    const names = [...yaml.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name);
    const variables = Object.fromEntries(names.map((name) => [name, "/run/agent"]));
    await expect(readConfig(path, providers, variables)).resolves.toBeDefined();
  });
});

describe("sudo", () => {
  const all = [...documents.values()].join("\n");
  const lines = [...all.matchAll(/^(?:\| `)?(rollcall ALL=[^`\n]+)/gm)].map(
    ([, line = ""]) => line,
  );

  it("has each line in README that Rollcall itself asks for", () => {
    const rights = { account: "rollcall", isRoot: false, may: new Set<never>(), homes: new Map() };
    const seen = { hasSockets: false, hasDetails: false, signal: "signal" } as const;
    const who = parseWho(
      "rollcall-list\n\nrollcall-ftpwho not-allowed 999 rollcall /usr/sbin/pure-ftpwho\n",
    );
    const asked = [
      ...limitsOf({ rights, ...seen }),
      ...(parseRights("rollcall-may-end 0 rollcall") ?? []),
      ...("remedy" in who ? [who] : []),
    ].map(({ remedy }) => remedy);
    expect(asked).toHaveLength(5);
    expect(asked.filter((line) => !lines.includes(line ?? ""))).toEqual([]);
    for (const [path = ""] of lines.join("\n").matchAll(/rollcall-(end|look|log-out)/g)) {
      expect(documentAt("README.md")).toMatch(new RegExp(`^install .*${path}`, "m"));
    }
  });

  describeWith("sudo", "as sudo itself reads it", () => {
    it("takes each line that a document shows", () => {
      const file = join(makeFolder(), "sudoers");
      writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o440 });
      expect(execFileSync("visudo", ["-c", "-f", file], { encoding: "utf8" })).toContain(
        "parsed OK",
      );
    });
  });
});

describeWith("loginctl", "systemd", () => {
  it("has nothing to say against the unit", () => {
    const file = join(makeFolder(), "rollcall.service");
    const unit = readFileSync("deploy/rollcall.service", "utf8");
    writeFileSync(file, unit.replaceAll("/opt/rollcall", process.cwd()));
    expect(
      execFileSync("systemd-analyze", ["verify", "--man=no", file], { encoding: "utf8" }),
    ).toBe("");
  });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-documents-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Of a JSON schema, at any depth. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const properties = "properties" in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...new Set([...properties, ...Object.values(schema).flatMap(keysOf)])];
}
