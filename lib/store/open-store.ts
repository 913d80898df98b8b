import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { Env } from "@/lib/env";
import { openApiTokens } from "./api-tokens";
import { openAudit } from "./audit";
import { toHeadFile } from "./audit-head-file";
import { busyTimeoutMs, closedCode, toFile } from "./database-file";
import { openDomains } from "./domains";
import { openFactors } from "./factors";
import { PrismaClient } from "./generated/client";
import { openKnownPlaces } from "./known-places";
import { migrate } from "./migrate";
import { openPanelSessions } from "./panel-sessions";
import { openPendingSignIns } from "./pending-sign-ins";
import { openServers } from "./servers";
import { createSessionEndings } from "./session-endings";
import { openSessionLimits } from "./session-limits";
import { openSetupLink } from "./setup-link";
import { createSightChanges } from "./sight-changes";
import { openSights } from "./sights";
import type { Store } from "./store";
import { StoreError } from "./store-error";
import { openTrustedHostKeys } from "./trusted-host-keys";
import { openUsers } from "./users";
import { ownTimeoutMs, withPatience } from "./with-patience";
import { orStoreError, withStoreErrors } from "./with-store-errors";

/**
 * Migrates the database, then opens it. Throws StoreError when it cannot be used; so does every question
 * that another process keeps waiting for longer than `patienceMs`.
 */
export async function openStore(
  { databaseUrl, keyFile }: Pick<Env, "databaseUrl" | "keyFile">,
  patienceMs = busyTimeoutMs,
): Promise<Store> {
  await migrate(databaseUrl);
  const sqlite = new PrismaBetterSqlite3({ url: databaseUrl, timeout: ownTimeoutMs });
  let isClosed = false;
  const client = new PrismaClient({
    adapter: {
      provider: sqlite.provider,
      adapterName: sqlite.adapterName,
      // Prisma would open the database again for a query that comes after $disconnect.
      connect: async () => {
        if (isClosed) throw Object.assign(new Error("closed"), { code: closedCode });
        const connection = withPatience(await sqlite.connect(), patienceMs);
        // Built with NORMAL for WAL, it would lose what it acknowledged when the power fails.
        await connection.executeScript("PRAGMA synchronous = FULL");
        return connection;
      },
    },
    // Prisma's own patience must not be the shorter one.
    transactionOptions: { maxWait: 2 * patienceMs },
  });
  const file = toFile(databaseUrl);
  await orStoreError(() => assertWal(client, file), file);
  const endings = createSessionEndings();
  const panelSessions = openPanelSessions(client, endings.tell);
  const sessionLimits = openSessionLimits(client, panelSessions.endExpired);
  const audit = openAudit(client, { databaseFile: file, keyFile, headFile: toHeadFile(file) });
  const sightChanges = createSightChanges();
  return {
    users: withStoreErrors(openUsers(client, endings.tell, sightChanges), file),
    factors: withStoreErrors(openFactors(client, endings.tell), file),
    pendingSignIns: withStoreErrors(openPendingSignIns(client), file),
    panelSessions: withStoreErrors(panelSessions, file),
    knownPlaces: withStoreErrors(openKnownPlaces(client), file),
    sessionLimits: withStoreErrors(sessionLimits, file),
    onSessionsEnded: endings.listen,
    apiTokens: withStoreErrors(openApiTokens(client), file),
    setupLink: withStoreErrors(openSetupLink(client), file),
    trustedHostKeys: withStoreErrors(openTrustedHostKeys(client), file),
    servers: withStoreErrors(openServers(client), file),
    audit,
    domains: withStoreErrors(openDomains(client, sightChanges), file),
    sights: withStoreErrors(openSights(client), file),
    onSightsChanged: sightChanges.listen,
    isAnswering: () =>
      client.$queryRaw`SELECT 1 FROM "User" LIMIT 1`.then(
        () => true,
        () => false,
      ),
    close: async () => {
      await audit.close();
      isClosed = true;
      await client.$disconnect();
    },
  };
}

async function assertWal(client: PrismaClient, file: string): Promise<void> {
  const [row] = await client.$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`;
  if (row?.journal_mode !== "wal") {
    throw new StoreError(
      `The database ${file} has left SQLite's WAL mode: stop the other program that uses it, and start again.`,
    );
  }
}
