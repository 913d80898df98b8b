import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { TOTP } from "otpauth";
import type { RunningRollcall } from "@/tests/support/start-rollcall";

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

export async function addAdministrator(
  rollcall: RunningRollcall,
  login: string,
  password: string,
): Promise<Credentials> {
  const args = ["user", "add", login, "--role", "server-administrator"];
  const { exitCode, stderr } = await rollcall.command(args, `${password}\n`);
  if (exitCode !== 0) throw new Error(stderr);
  return { login, password };
}

/** Up to the second step, where there is one. */
export async function typePassword(page: Page, url: string, person: Credentials): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Login").fill(person.login);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** An authenticator app. Its first two codes are each of a time step of their own, so that nobody waits for the next. */
export function openApp(key: string) {
  const totp = new TOTP({ secret: key.replace(/\s/g, "") });
  let lastStep = 0;
  return {
    nextCode(): string {
      lastStep = Math.max(lastStep + 1, Math.floor(Date.now() / 30_000));
      return totp.generate({ timestamp: lastStep * 30_000 });
    },
  };
}

/** As if everybody had signed in long ago. */
export function forgetProofs(dataFolder: string): void {
  const database = new Database(join(dataFolder, "rollcall.db"));
  database.prepare("UPDATE PanelSession SET provenAt = NULL").run();
  database.close();
}

/** Sessions of a person who is nowhere near. */
export function addSessions(dataFolder: string, login: string, count: number): void {
  const database = new Database(join(dataFolder, "rollcall.db"));
  const now = new Date().toISOString().replace("Z", "+00:00");
  const insert = database.prepare(
    `INSERT INTO PanelSession (id, tokenHash, userId, address, startedAt, lastActiveAt)
     SELECT ?, ?, id, '192.0.2.9', ?, ? FROM User WHERE login = ?`,
  );
  for (let index = 0; index < count; index += 1) {
    insert.run(`${login}-${index}`, `${login}-${index}`, now, now, login);
  }
  database.close();
}

/** A passkey in the browser's own device, whose person is there and says yes. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
