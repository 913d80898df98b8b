import type { RollcallServers } from "@/lib/rollcall";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { reason } from "@/lib/sessions/reason";
import { type Deed, type DeedResult, record, recordFact } from "@/lib/sessions/record";
import type { Finding, Imported, Removed, Saved, ServerDraft } from "@/lib/sessions/server";
import { SourceError } from "@/lib/sessions/source-error";
import { KeyFileError } from "@/lib/store/key-file";
import type { Store } from "@/lib/store/store";
import { StoreError } from "@/lib/store/store-error";
import { limitTo } from "@/lib/transports/in-turn";
import { whyNotKept } from "./check-draft";
import { type FindOutAddress, findOut } from "./find-out";
import { listServers } from "./list-servers";
import type { OpenSources } from "./open-sources";
import { saveServers } from "./save-servers";
import { readYaml, toYaml } from "./server-yaml";
import { toSshCredential } from "./stored-servers";

/** Somebody waits for it in front of a page. */
const findOutTimeoutMs = 18_000;

/** What operators do with servers: who may, one change at a time, each of them on record. */
export function createServers(store: Store, sources: OpenSources): RollcallServers {
  const never = new AbortController().signal;
  const inTurn = limitTo(1);
  const saving = { store, sources };
  return {
    async list(operator) {
      requireSeesAll(operator);
      return listServers(sources, await store.trustedHostKeys.list());
    },

    async findOut(draft, operator, signal) {
      requireMayChange(operator);
      const reportBug = (error: unknown) => sources.reportBug(error, draft.name);
      const rules = { providers: sources.providers, timeoutMs: findOutTimeoutMs, reportBug };
      const deed = { event: "server.look-at", by: operator, server: draft.name } as const;
      return record(
        store.audit,
        { ...deed, detail: toRecord(draft) },
        () => findOut(toAddress(draft, sources), rules, signal),
        toResult,
      );
    },

    async save(draft, operator) {
      requireMayChange(operator);
      return inTurn(never, () => saveOne(draft, operator, saving));
    },

    async remove(id, operator) {
      requireMayChange(operator);
      return inTurn(never, async () => {
        const name = sources.stored.get(id)?.row.name;
        const deed = { event: "server.remove", by: operator, server: name ?? null } as const;
        const removed = await removeRow({ ...deed, detail: { id } }, id, store);
        if (removed.status === "refused") return removed;
        await sources.remove(id);
        await sources.findMore();
        return removed;
      });
    },

    async exportYaml(operator) {
      requireSeesAll(operator);
      await recordFact(store.audit, { event: "server.export", by: operator });
      return toYaml(sources, await store.trustedHostKeys.list());
    },

    async importYaml(text, operator) {
      requireMayChange(operator);
      return inTurn(never, () => importAll(text, operator, saving));
    },
  };
}

async function removeRow(deed: Deed, id: string, store: Store): Promise<Removed> {
  try {
    const isRemoved = await record(
      store.audit,
      deed,
      () => store.servers.remove(id),
      (isDone) => ({ outcome: isDone ? "done" : "already-gone" }),
    );
    return { status: isRemoved ? "removed" : "gone" };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { status: "refused", problem: reason("nothingDone", { why: error.reason }) };
  }
}

function requireSeesAll({ name, sees }: Operator): void {
  if (sees !== "everything") throw new NotAllowed(`${name} may not see servers`);
}

function requireMayChange(operator: Operator): void {
  requireSeesAll(operator);
  if (!operator.mayAct) throw new NotAllowed(`${operator.name} may not act`);
}

type Saving = Parameters<typeof saveServers>[2];

async function saveOne(draft: ServerDraft, operator: Operator, saving: Saving): Promise<Saved> {
  const saved = await saveServers([draft], { event: "server.save", by: operator }, saving);
  if (saved.status === "saved") return { status: "saved", id: saved.ids.join() };
  const problems = saved.problems.map(({ path, why }) => ({ path, why }));
  return { status: "refused", problems };
}

async function importAll(text: string, operator: Operator, saving: Saving): Promise<Imported> {
  const read = readYaml(text, saving.sources);
  if (read.status === "wrong") return { ...nothing, problems: read.problems };
  const { drafts } = read;
  const saved = await saveServers(drafts, { event: "server.import", by: operator }, saving);
  if (saved.status === "refused") {
    const problems = saved.problems.map(({ server, path, why }) => ({
      place: ["import", server, path].filter(Boolean).join(": "),
      why,
    }));
    return { ...nothing, problems };
  }
  const added = drafts.filter(({ id }) => id === null).length;
  return { added, changed: drafts.length - added, problems: [] };
}

const nothing = { added: 0, changed: 0 } as const;

function toAddress(
  { id, via }: ServerDraft,
  { stored, credentials }: OpenSources,
): FindOutAddress | null {
  if (via.kind === "local") return null;
  const { host, port, hostKey, user, credential } = via;
  const row = id === null ? undefined : stored.get(id)?.row;
  const readKept = async () => {
    const why = whyNotKept(via, row);
    if (why || !row?.ssh) throw new SourceError("refused", why ?? reason("noCredential"));
    return await credentials.unseal(row.id, row.ssh.credential).catch((cause: unknown) => {
      if (!(cause instanceof KeyFileError)) throw cause;
      throw new SourceError("refused", cause.reason, { cause });
    });
  };
  const login = async () => {
    const known = credential.kind === "kept" ? await readKept() : credential;
    return { user, credential: toSshCredential(known) };
  };
  return { host, port, hostKey, login };
}

function toResult(finding: Finding): DeedResult {
  const { status } = finding;
  if (status !== "failed") return { outcome: "done", detail: { status } };
  return { outcome: "failed", detail: { failure: finding.failure.code } };
}

/** Without anything secret. */
function toRecord({ id, name, via }: ServerDraft) {
  if (via.kind === "local") return { id, name, via };
  const { host, port, user, credential, hostKey } = via;
  return { id, name, via: { host, port, user, credential: credential.kind, hostKey } };
}
