import { reason } from "@/lib/sessions/reason";
import { type Deed, record } from "@/lib/sessions/record";
import type { FieldProblem, ServerDraft } from "@/lib/sessions/server";
import type { ServerChange } from "@/lib/store/servers";
import type { Store } from "@/lib/store/store";
import { StoreError } from "@/lib/store/store-error";
import { checkDraft } from "./check-draft";
import type { OpenSources } from "./open-sources";

interface DraftProblem extends FieldProblem {
  /** Name of the server. */
  readonly server: string;
}

type SavedAll =
  | { readonly status: "saved"; readonly ids: readonly string[] }
  | { readonly status: "refused"; readonly problems: readonly DraftProblem[] };

interface Saving {
  readonly store: Store;
  readonly sources: OpenSources;
}

/** Stores all drafts or none, then opens anew what has changed, and nothing else. */
export async function saveServers(
  drafts: readonly ServerDraft[],
  deed: Deed,
  { store, sources }: Saving,
): Promise<SavedAll> {
  const stored = await storeAll(drafts, deed, { store, sources });
  if ("problems" in stored) return { status: "refused", problems: stored.problems };
  for (const change of stored.changes) await sources.put(change.server);
  await sources.findMore();
  return { status: "saved", ids: stored.changes.map(({ server }) => server.id) };
}

type StoredAll =
  | { readonly changes: readonly ServerChange[] }
  | { readonly problems: readonly DraftProblem[] };

async function storeAll(
  drafts: readonly ServerDraft[],
  deed: Deed,
  { store, sources }: Saving,
): Promise<StoredAll> {
  const all = drafts.map(({ name }) => name).join(", ");
  try {
    const checked = await checkAll(drafts, await store.trustedHostKeys.list(), sources);
    if ("problems" in checked) return checked;
    const { changes } = checked;
    const saved = await record(
      store.audit,
      { ...deed, server: all, detail: { changes: changes.map(toRecord) } },
      () => store.servers.save(changes, new Date()),
      (answer) => ({ outcome: answer === "saved" ? "done" : "refused" }),
    );
    if (saved === "saved") return checked;
    return { problems: [{ server: all, path: "name", why: reason("nameTakenMeanwhile") }] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return {
      problems: [{ server: all, path: "", why: reason("nothingDone", { why: error.reason }) }],
    };
  }
}

async function checkAll(
  drafts: readonly ServerDraft[],
  pinned: ReadonlyMap<string, string>,
  sources: OpenSources,
): Promise<StoredAll> {
  const problems: DraftProblem[] = [];
  const changes: ServerChange[] = [];
  for (const draft of drafts) {
    const checked = await checkDraft(draft, sources, pinned);
    if (checked.status === "good") changes.push(checked.change);
    else problems.push(...checked.problems.map((one) => ({ ...one, server: draft.name })));
  }
  return problems.length > 0 ? { problems } : { changes };
}

/** Without its credential. */
function toRecord({ server, previousName, pin }: ServerChange) {
  const { id, name, ssh, sources } = server;
  const via = ssh
    ? { host: ssh.host, port: ssh.port, user: ssh.user, credential: ssh.credentialKind }
    : "local";
  return { server: { id, name, via, sources }, previousName: previousName ?? null, pin };
}
