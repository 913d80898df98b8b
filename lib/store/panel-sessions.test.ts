import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { toFile } from "./database-file";

const start = new Date("2026-01-05T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

const visitor = { address: "192.0.2.7", peerAddress: "10.0.0.1", userAgent: null };

let scratch: ScratchStore;

beforeAll(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "anna");
});
afterAll(() => scratch.remove());

async function startSession(tokenHash: string, startedAt: Date): Promise<void> {
  const { id = "", passwordHash = "" } = (await scratch.store.users.find("anna")) ?? {};
  const session = { tokenHash, userId: id, passwordHash, startedAt };
  const how = { signedInWith: "password", pending: null } as const;
  await scratch.store.panelSessions.start({ ...session, ...how, ...visitor });
}

function readEndings() {
  const database = new Database(toFile(scratch.databaseUrl), { readonly: true });
  const rows = database
    .prepare("SELECT tokenHash, endedAt, endedWhy, endedBy FROM PanelSession ORDER BY tokenHash")
    .all();
  database.close();
  return rows;
}

it("keeps an ended session with when, why and by whom it was ended", async () => {
  const { panelSessions } = scratch.store;
  await startSession("expired", start);
  await startSession("left", later(20));
  await startSession("removed", later(20));
  await startSession("there", later(20));
  const removed = await panelSessions.findSignedIn("removed", later(21));
  await panelSessions.remove(
    { id: "", login: "", startedAt: start, ...removed, by: "admin" },
    later(25),
  );
  await panelSessions.signOut("left", later(25));
  await panelSessions.endExpired(later(30));
  await panelSessions.endExpired(later(31));
  const ending = (tokenHash: string, endedWhy: string | null, endedAt: Date | null) => ({
    tokenHash,
    endedAt: endedAt?.toISOString().replace("Z", "+00:00") ?? null,
    endedWhy,
    endedBy: endedWhy === "removed" ? "admin" : null,
  });
  expect(readEndings()).toEqual([
    ending("expired", "expired", later(30)),
    ending("left", "signed-out", later(25)),
    ending("removed", "removed", later(25)),
    ending("there", null, null),
  ]);
});
