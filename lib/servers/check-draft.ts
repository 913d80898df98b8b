import { randomUUID } from "node:crypto";
import { isNamedBefore } from "@/lib/config/find-problems";
import { type Reason, reason } from "@/lib/sessions/reason";
import type { FieldProblem, ServerDraft } from "@/lib/sessions/server";
import { SourceError } from "@/lib/sessions/source-error";
import { toReason } from "@/lib/sessions/to-reason";
import { KeyFileError } from "@/lib/store/key-file";
import { type PinChange, type ServerChange, type ServerRow, toPinName } from "@/lib/store/servers";
import { toLogin } from "@/lib/transports/ssh-login";
import type { OpenSources } from "./open-sources";
import { toSshCredential } from "./stored-servers";

type SshDraft = Extract<ServerDraft["via"], { kind: "ssh" }>;
type SshRow = NonNullable<ServerRow["ssh"]>;

type Checked =
  | { readonly status: "good"; readonly change: ServerChange }
  | { readonly status: "wrong"; readonly problems: readonly FieldProblem[] };

/** What is to be stored of a draft, its credential sealed; or every mistake in it. */
export async function checkDraft(
  draft: ServerDraft,
  sources: OpenSources,
  pinned: ReadonlyMap<string, string>,
): Promise<Checked> {
  const { id, name, via } = draft;
  const before = id === null ? undefined : sources.stored.get(id)?.row;
  const problems = [
    ...(id !== null && !before ? [toProblem("id", reason("removedMeanwhile"))] : []),
    ...findNameProblems(draft, sources),
    ...findSourceProblems(draft, sources),
    ...(via.kind === "ssh" ? findLoginProblems(via, before) : []),
  ];
  if (problems.length > 0) return { status: "wrong", problems };
  const serverId = id ?? randomUUID();
  try {
    const ssh = via.kind === "ssh" ? await toSshRow(via, { serverId, before, sources }) : null;
    const change: ServerChange = {
      server: { id: serverId, name, ssh, sources: draft.sources },
      ...(before ? { previousName: before.name } : {}),
      pin: toPinChange(via, before, pinned.get(toPinName(serverId))),
    };
    return { status: "good", change };
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    return { status: "wrong", problems: [toProblem("via.credential", error.reason)] };
  }
}

export function whyNotNamed(
  name: string,
  { locked, stored }: OpenSources,
  ownId: string | null,
): Reason | undefined {
  const isLocked = locked.some((server) => server.name === name);
  if (isLocked) return reason("nameLocked", { name });
  const isTaken = [...stored.values()].some(({ row }) => row.name === name && row.id !== ownId);
  return isTaken ? reason("nameTaken", { name }) : undefined;
}

function findNameProblems(
  { id, name, via }: ServerDraft,
  sources: OpenSources,
): readonly FieldProblem[] {
  const why = whyNotNamed(name, sources, id);
  const user = via.kind === "ssh" ? via.user : "";
  const readsVariable = reason("readsVariable");
  return [
    ...(why === undefined ? [] : [toProblem("name", why)]),
    ...(name.includes("${") ? [toProblem("name", readsVariable)] : []),
    ...(user.includes("${") ? [toProblem("via.user", readsVariable)] : []),
  ];
}

function findSourceProblems(
  { sources }: ServerDraft,
  { providers }: OpenSources,
): readonly FieldProblem[] {
  if (sources.length === 0) return [toProblem("sources", reason("noSourceOn"))];
  return sources.flatMap(({ provider: name, settings }, index) => {
    const place = `sources.${index}`;
    if (name === "panel") return [toProblem(`${place}.provider`, reason("panelIsListed"))];
    const provider = providers.find((known) => known.name === name);
    if (!provider) return [toProblem(`${place}.provider`, reason("noProvider", { name }))];
    if (isNamedBefore(sources, index)) return [toProblem(place, reason("sourceTwice", { name }))];
    const { error } = provider.settingsSchema.safeParse(settings);
    return (error?.issues ?? []).map(({ path, message }) =>
      toProblem([place, "settings", ...path].join("."), toReason(message)),
    );
  });
}

function findLoginProblems(via: SshDraft, before: ServerRow | undefined): readonly FieldProblem[] {
  const { credential, user } = via;
  if (credential.kind === "kept") {
    const why = whyNotKept(via, before);
    return why === undefined ? [] : [toProblem("via.credential", why)];
  }
  try {
    toLogin(user, toSshCredential(credential));
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [toProblem("via.credential", error.reason)];
  }
}

/** A password that was entered for one address is not told to whoever answers at another. */
export function whyNotKept(
  { host, port }: Pick<SshDraft, "host" | "port">,
  before: ServerRow | undefined,
): Reason | undefined {
  const ssh = before?.ssh;
  if (!ssh) return reason("noCredential");
  if (ssh.credentialKind === "privateKey" || isSameAddress(ssh, { host, port })) return undefined;
  return reason("passwordForOther", { host: ssh.host, port: ssh.port });
}

interface Storing {
  readonly serverId: string;
  readonly before: ServerRow | undefined;
  readonly sources: OpenSources;
}

async function toSshRow(via: SshDraft, { serverId, before, sources }: Storing): Promise<SshRow> {
  const { host, port, user, credential } = via;
  const address = { host, port, user };
  if (credential.kind !== "kept") {
    const { kind: credentialKind } = credential;
    const sealed = await sources.credentials.seal(serverId, credential);
    return { ...address, credentialKind, credential: sealed };
  }
  if (!before?.ssh) throw new Error("a credential is kept only where there is one");
  return { ...before.ssh, ...address };
}

function toPinChange(
  via: ServerDraft["via"],
  before: ServerRow | undefined,
  pinned: string | undefined,
): PinChange {
  if (via.kind === "local") return { kind: "forget" };
  const isPinned = pinned !== undefined && before?.ssh && isSameAddress(before.ssh, via);
  if (isPinned && (via.hostKey === null || via.hostKey === pinned)) return { kind: "keep" };
  return via.hostKey === null ? { kind: "forget" } : { kind: "trust", fingerprint: via.hostKey };
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function isSameAddress(one: Address, other: Address): boolean {
  return one.host === other.host && one.port === other.port;
}

function toProblem(path: string, why: Reason): FieldProblem {
  return { path, why };
}
