import { z } from "zod";
import type { Prisma, PrismaClient } from "./generated/client";
import type { SightChanges } from "./sight-changes";
import { countSightChange, openSights } from "./sights";
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

/** What becomes of the host key that is pinned for the server. */
export type PinChange =
  | { readonly kind: "keep" }
  | { readonly kind: "forget" }
  | { readonly kind: "trust"; readonly fingerprint: string };

export interface ServerChange {
  readonly server: ServerRow;
  /** Undefined for a new one. */
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

export function openServers(client: PrismaClient, sightChanges: SightChanges): Servers {
  return {
    list: async () => (await client.server.findMany({ orderBy: { name: "asc" } })).map(toServerRow),

    save: async (changes, now) => {
      try {
        await client.$transaction(
          changes.flatMap((change) => [
            toWrite(client, change, now),
            ...toPins(client, change, now),
            ...toAccounts(client, change),
          ]),
        );
        if (changes.some((change) => findFormerName(change) !== undefined)) {
          await sightChanges.tell({ number: await openSights(client).version() });
        }
        return "saved";
      } catch (error) {
        if (isTaken(error)) return "nameTaken";
        throw error;
      }
    },

    remove: async (id) => {
      const [removed] = await client.$transaction([
        client.server.deleteMany({ where: { id } }),
        client.trustedHostKey.deleteMany({ where: { server: toPinName(id) } }),
      ]);
      return removed.count > 0;
    },
  };
}

/** What its host key is pinned as: by no name, which the configuration file may give to a server or jump host of its own. */
export function toPinName(id: string): string {
  return `stored server ${id}`;
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

function toPins(
  { trustedHostKey }: PrismaClient,
  { server: { id }, pin }: ServerChange,
  acceptedAt: Date,
) {
  const server = toPinName(id);
  switch (pin.kind) {
    case "keep":
      return [];
    case "forget":
      return [trustedHostKey.deleteMany({ where: { server } })];
    case "trust":
      return [
        trustedHostKey.deleteMany({ where: { server } }),
        trustedHostKey.create({ data: { server, fingerprint: pin.fingerprint, acceptedAt } }),
      ];
  }
}

/** FTP accounts follow their server to its new name, where those of a former server of that name end. */
function toAccounts(client: PrismaClient, change: ServerChange) {
  const formerName = findFormerName(change);
  if (formerName === undefined) return [];
  const { name } = change.server;
  return [
    countSightChange(client),
    client.ftpAccount.deleteMany({ where: { server: name } }),
    client.ftpAccount.updateMany({ where: { server: formerName }, data: { server: name } }),
  ];
}

/** Undefined where the server keeps its name. */
function findFormerName({ server, previousName }: ServerChange): string | undefined {
  return previousName === server.name ? undefined : previousName;
}

function toServerRow(row: Prisma.ServerModel): ServerRow {
  const { id, name, host } = row;
  const sources = sourcesSchema.parse(JSON.parse(row.sources));
  return { id, name, ssh: host === null ? null : sshSchema.parse(row), sources };
}
