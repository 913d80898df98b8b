import Database from "better-sqlite3";
import { hashPassword } from "@/lib/auth/password";
import { hashSecret, newSecret } from "@/lib/auth/secret";
import type { Role } from "@/lib/sessions/session";

export const signedIn = [
  "administrator",
  "viewer",
  "reseller",
  "customer",
  "mailbox-owner",
] as const;
/** Each has a cookie, and nobody is signed in by it. */
const turnedAway = [
  "disabled",
  "deleted",
  "removed",
  "too-old",
  "second-factor",
  "enrolment",
] as const;
export const persons = [...signedIn, ...turnedAway, "guesser", "anonymous"] as const;
export type Person = (typeof persons)[number];

/** A word in the logins and browsers of those whom administrators alone may see. */
export const strangerMark = "zz-stranger";

interface Row {
  readonly role?: Role;
  readonly ownerId?: string;
  readonly isViewer?: number;
  readonly disabledAt?: string;
  readonly deletedAt?: string;
  readonly pending?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

const now = toStored(new Date());
const rows: Readonly<Record<string, Row>> = {
  administrator: {},
  viewer: { isViewer: 1 },
  reseller: { role: "reseller" },
  customer: { role: "customer", ownerId: "reseller" },
  "mailbox-owner": { role: "mailbox-owner", ownerId: "customer" },
  disabled: { disabledAt: now },
  deleted: { deletedAt: now, disabledAt: now },
  removed: { endedAt: now },
  "too-old": { startedAt: toStored(new Date(Date.now() - 24 * 3_600_000)) },
  "second-factor": { pending: "second-factor" },
  enrolment: { pending: "enrolment" },
  [`${strangerMark}-reseller`]: { role: "reseller" },
  [`${strangerMark}-customer`]: { role: "customer", ownerId: `${strangerMark}-reseller` },
};

/** By what their scripts are let in, or not. */
export const tokenKinds = ["operator", "viewer", "expired", "unknown"] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Tokens of every kind, written into the database too. */
export function addTokens(databaseFile: string): ReadonlyMap<TokenKind, string> {
  const database = new Database(databaseFile);
  const add = database.prepare(
    "INSERT INTO ApiToken (id, name, tokenHash, role, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const tokens = tokenKinds.map((kind) => {
    const token = newSecret();
    const role = kind === "viewer" ? "viewer" : "operator";
    const expiresAt = kind === "expired" ? now : null;
    if (kind !== "unknown") add.run(kind, kind, hashSecret(token), role, now, expiresAt);
    return [kind, token] as const;
  });
  database.close();
  return new Map(tokens);
}

/** People of every kind, written into the database of a running Rollcall; their cookies. */
export async function addPeople(databaseFile: string): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await hashPassword(newSecret());
  const database = new Database(databaseFile);
  const cookies = Object.entries(rows).map(([login, row]) => {
    const { role = "server-administrator", ownerId = null, isViewer = 0 } = row;
    const { disabledAt = null, deletedAt = null, pending = null } = row;
    const { startedAt = now, endedAt = null } = row;
    const secret = newSecret();
    database
      .prepare(
        `INSERT INTO User (id, login, role, ownerId, isViewer, passwordHash, createdAt, disabledAt, deletedAt)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(login, login, role, ownerId, isViewer, passwordHash, now, disabledAt, deletedAt);
    database
      .prepare(
        `INSERT INTO PanelSession (id, tokenHash, userId, address, userAgent, startedAt, lastActiveAt, provenAt, pending, endedAt)
         VALUES (?, ?, ?, '192.0.2.7', ?, ?, ?, ?, ?, ?)`,
      )
      .run(login, hashSecret(secret), login, login, startedAt, now, now, pending, endedAt);
    return [login, `rollcall=${secret}`] as const;
  });
  database.close();
  return new Map([...cookies, ["guesser", `rollcall=${newSecret()}`] as const]);
}

/** As Prisma writes a time into SQLite. */
function toStored(time: Date): string {
  return time.toISOString().replace("Z", "+00:00");
}
