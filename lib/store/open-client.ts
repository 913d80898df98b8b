import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { closedCode } from "./database-file";
import { PrismaClient } from "./generated/client";
import { ownTimeoutMs, withPatience } from "./with-patience";

interface OpenClient {
  readonly client: PrismaClient;
  close(): Promise<void>;
}

/** On one connection, whose questions wait for other writers without holding up the process. */
export function openClient(databaseUrl: string, patienceMs: number): OpenClient {
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
  return {
    client,
    close: async () => {
      isClosed = true;
      await client.$disconnect();
    },
  };
}
