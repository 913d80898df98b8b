import { z } from "zod";
import type { Prisma, PrismaClient } from "./generated/client";
import { isTaken } from "./users";

const sourcesSchema = z.array(
  z.strictObject({ provider: z.string(), settings: z.record(z.string(), z.unknown()) }),
);

const sshSchema = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  credentialKind: z.enum(["password", "privateKey"]),
  /** Sealed. */
  credential: z.instanceof(Uint8Array),
});

export interface ServerRow {
  readonly id: string;
  readonly name: string;
  /** Null: commands run on this machine. */
  readonly ssh: Readonly<z.infer<typeof sshSchema>> | null;
  readonly sources: z.infer<typeof sourcesSchema>;
}

/** What becomes of the host key that is pinned under the server's name. */
export type PinChange =
  | { readonly kind: "keep" }
  | { readonly kind: "forget" }
  | { readonly kind: "trust"; readonly fingerprint: string };

export interface ServerChange {
  readonly server: ServerRow;
  /** Undefined for a new one; its pin follows a new name. */
  readonly previousName?: string;
  readonly pin: PinChange;
}

/** Servers that were added on the page. */
export interface Servers {
  /** By name. */
  list(): Promise<readonly ServerRow[]>;
  /** All of them or none: none where a name is taken. */
  save(changes: readonly ServerChange[], now: Date): Promise<"saved" | "nameTaken">;
  /** With its pin. False when there is none of that id. */
  remove(id: string): Promise<boolean>;
}

export function openServers(client: PrismaClient): Servers {
  return {
    list: async () => (await client.server.findMany({ orderBy: { name: "asc" } })).map(toServerRow),

    save: async (changes, now) => {
      try {
        await client.$transaction(
          changes.flatMap((change) => [
            toWrite(client, change, now),
            ...toPins(client, change, now),
          ]),
        );
        return "saved";
      } catch (error) {
        if (isTaken(error)) return "nameTaken";
        throw error;
      }
    },

    remove: async (id) => {
      const server = await client.server.findUnique({ where: { id } });
      if (!server) return false;
      const [removed] = await client.$transaction([
        client.server.deleteMany({ where: { id } }),
        client.trustedHostKey.deleteMany({ where: { server: server.name } }),
      ]);
      return removed.count > 0;
    },
  };
}

function toWrite(client: PrismaClient, { server, previousName }: ServerChange, now: Date) {
  const { id, name, ssh } = server;
  const row = {
    name,
    host: ssh?.host ?? null,
    port: ssh?.port ?? null,
    user: ssh?.user ?? null,
    credentialKind: ssh?.credentialKind ?? null,
    credential: ssh ? Uint8Array.from(ssh.credential) : null,
    sources: JSON.stringify(server.sources),
    updatedAt: now,
  };
  return previousName === undefined
    ? client.server.create({ data: { ...row, id, createdAt: now } })
    : client.server.update({ where: { id }, data: row });
}

/** A name that was somebody else's before brings no pin of theirs along. */
function toPins(
  { trustedHostKey }: PrismaClient,
  { server: { name: server }, previousName, pin }: ServerChange,
  acceptedAt: Date,
) {
  const isSameName = previousName === server;
  const before = previousName ?? server;
  switch (pin.kind) {
    case "keep":
      if (isSameName) return [];
      return [
        trustedHostKey.deleteMany({ where: { server } }),
        trustedHostKey.updateMany({ where: { server: before }, data: { server } }),
      ];
    case "forget":
      return [trustedHostKey.deleteMany({ where: { server: { in: [server, before] } } })];
    case "trust":
      return [
        trustedHostKey.deleteMany({ where: { server: { in: [server, before] } } }),
        trustedHostKey.create({ data: { server, fingerprint: pin.fingerprint, acceptedAt } }),
      ];
  }
}

function toServerRow(row: Prisma.ServerModel): ServerRow {
  const { id, name, host } = row;
  const sources = sourcesSchema.parse(JSON.parse(row.sources));
  return { id, name, ssh: host === null ? null : sshSchema.parse(row), sources };
}
