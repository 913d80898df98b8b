import { randomUUID } from "node:crypto";
import { z } from "zod";
import { roles } from "@/lib/sessions/session";
import type { PrismaClient } from "./generated/client";
import { keepToAtOnce } from "./keep-to-at-once";
import type { SignedInWith } from "./panel-sessions";
import type { Pending } from "./pending-sign-ins";
import type { OnSessionsEnded } from "./session-endings";
import { readSessionLimits } from "./session-limits";
import { lastsMs } from "./signed-in-at";

export interface NewPanelSession {
  readonly tokenHash: string;
  readonly userId: string;
  /** The one that the password was compared with. */
  readonly passwordHash: string | null;
  readonly address: string;
  readonly peerAddress: string;
  readonly userAgent: string | null;
  readonly startedAt: Date;
  readonly signedInWith: SignedInWith;
  /** Null: the person is signed in. */
  readonly pending: Pending | null;
  /** When the person proved who they are. Absent: at the start, unless something is missing. */
  readonly provenAt?: Date | null;
  /** Of the session whose place this one takes, so that it does not count as one more. */
  readonly replacedHash?: string | null;
}

export type Started =
  | { readonly status: "started"; readonly lastsMs: number }
  /** The user has as many as the role may have, and one more is refused. */
  | { readonly status: "full"; readonly atOnce: number }
  /** The user was disabled, got another password, or a first second factor, in the meantime. */
  | { readonly status: "changed" };

/** Nobody is signed in where it does not say `started`. */
export async function startPanelSession(
  client: PrismaClient,
  { passwordHash, replacedHash = null, ...session }: NewPanelSession,
  tellEnded: OnSessionsEnded,
): Promise<Started> {
  const limit = await limitOf(client, session.userId);
  const [id, { userId, startedAt: now, pending }] = [randomUUID(), session];
  const { provenAt = pending === null ? now : null } = session;
  const [, ...ended] = await client.$transaction([
    client.panelSession.create({ data: { ...session, id, lastActiveAt: now, provenAt } }),
    ...(pending === null ? keepToAtOnce(client, { id, userId, now, replacedHash }, limit) : []),
  ]);
  // The new one was never open to anybody.
  tellEnded(ended.flat().filter((each) => each.id !== id));
  // Read after the write, so that of two at once one sees the other.
  const { user, endedAt } = await client.panelSession.findUniqueOrThrow({
    where: { id },
    include: { user: { include: { _count: { select: { passkeys: true } } } } },
  });
  const hasFactor = user.totpSecret !== null || user._count.passkeys > 0;
  const lacksFactor =
    hasFactor && session.signedInWith === "password" && pending !== "second-factor";
  if (user.disabledAt !== null || user.passwordHash !== passwordHash || lacksFactor) {
    const changed = lacksFactor ? "factors-changed" : "password-changed";
    const endedWhy = user.disabledAt ? "disabled" : changed;
    const where = { id, endedAt: null };
    await client.panelSession.updateMany({ where, data: { endedAt: now, endedWhy } });
    return { status: "changed" };
  }
  return endedAt !== null && limit.atOnce !== null
    ? { status: "full", atOnce: limit.atOnce }
    : { status: "started", lastsMs: lastsMs(limit) };
}

const roleSchema = z.enum(roles);

async function limitOf(client: PrismaClient, userId: string) {
  const { role } = await client.user.findUniqueOrThrow({ where: { id: userId } });
  return (await readSessionLimits(client))[roleSchema.parse(role)];
}
