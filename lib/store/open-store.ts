import type { Env } from "@/lib/env";
import { openApiTokens } from "./api-tokens";
import { openAudit } from "./audit";
import { toHeadFile } from "./audit-head-file";
import { busyTimeoutMs, toFile } from "./database-file";
import { openDomains } from "./domains";
import { openFactors } from "./factors";
import type { PrismaClient } from "./generated/client";
import { openKnownPlaces } from "./known-places";
import { migrate } from "./migrate";
import { openClient } from "./open-client";
import { openOpenIdUsers } from "./open-id-users";
import { openOwnSessions } from "./own-sessions";
import { openPanelSessions } from "./panel-sessions";
import { openPendingSignIns } from "./pending-sign-ins";
import { createEndingRecord } from "./record-endings";
import { openServers } from "./servers";
import { createSessionEndings, type OnSessionsEnded } from "./session-endings";
import { openSessionLimits } from "./session-limits";
import { openSetupLink } from "./setup-link";
import { createSightChanges } from "./sight-changes";
import { openSights } from "./sights";
import type { Store } from "./store";
import { StoreError } from "./store-error";
import { openTrustedHostKeys } from "./trusted-host-keys";
import { openUnlistedSources } from "./unlisted-sources";
import { openUsers } from "./users";
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
  const { client, close } = openClient(databaseUrl, patienceMs);
  const file = toFile(databaseUrl);
  await orStoreError(() => assertWal(client, file), file);
  const endings = createSessionEndings();
  const audit = openAudit(client, { databaseFile: file, keyFile, headFile: toHeadFile(file) });
  const endingRecord = createEndingRecord(client, audit);
  const tellEnded: OnSessionsEnded = (ended) => {
    endings.tell(ended);
    endingRecord.note(ended);
  };
  const panelSessions = openPanelSessions(client, tellEnded);
  const sessionLimits = openSessionLimits(client, panelSessions.endExpired);
  const sightChanges = createSightChanges();
  return {
    users: withStoreErrors(openUsers(client, tellEnded, sightChanges.tell), file),
    openIdUsers: withStoreErrors(openOpenIdUsers(client, tellEnded, sightChanges.tell), file),
    factors: withStoreErrors(openFactors(client, tellEnded), file),
    pendingSignIns: withStoreErrors(openPendingSignIns(client), file),
    panelSessions: withStoreErrors(panelSessions, file),
    ownSessions: withStoreErrors(openOwnSessions(client, tellEnded), file),
    knownPlaces: withStoreErrors(openKnownPlaces(client), file),
    sessionLimits: withStoreErrors(sessionLimits, file),
    onSessionsEnded: endings.listen,
    apiTokens: withStoreErrors(openApiTokens(client), file),
    setupLink: withStoreErrors(openSetupLink(client), file),
    trustedHostKeys: withStoreErrors(openTrustedHostKeys(client), file),
    servers: withStoreErrors(openServers(client, sightChanges), file),
    unlistedSources: withStoreErrors(openUnlistedSources(client), file),
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
      await endingRecord.settle();
      await audit.close();
      await close();
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
