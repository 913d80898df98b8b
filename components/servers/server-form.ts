import { reason } from "@/lib/sessions/reason";
import { type FieldProblem, type ServerDraft, serverDraftSchema } from "@/lib/sessions/server";
import { toReason } from "@/lib/sessions/to-reason";
import type { OfferedSource } from "./offered-source";
import type { ServerView } from "./server-view";

/** What is typed so far. */
export interface ServerForm {
  /** Null for a new server. */
  readonly id: string | null;
  readonly name: string;
  readonly way: "ssh" | "local";
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly credential: "kept" | "password" | "privateKey";
  /** What `kept` is; null where nothing is stored. */
  readonly stored: "password" | "privateKey" | null;
  readonly password: string;
  readonly privateKey: string;
  readonly passphrase: string;
  readonly hostKey: string | null;
  readonly sources: readonly OfferedSource[];
}

const emptyForm: ServerForm = {
  id: null,
  name: "",
  way: "ssh",
  host: "",
  port: "22",
  user: "rollcall",
  credential: "privateKey",
  stored: null,
  password: "",
  privateKey: "",
  passphrase: "",
  hostKey: null,
  sources: [],
};

export function toForm(server: ServerView | null): ServerForm {
  if (!server) return emptyForm;
  const { id, name, via } = server;
  const sources = server.sources.map(({ provider, title, settings }) => ({
    provider,
    title,
    settings,
    isOn: true,
    origin: "saved" as const,
    found: null,
  }));
  const form = { ...emptyForm, id, name, sources };
  if (via.kind === "local") return { ...form, way: "local" };
  const { host, port, user, hostKey, credential } = via;
  const stored = credential === "agent" ? null : credential;
  const kept = stored ? ({ credential: "kept", stored } as const) : {};
  return { ...form, way: "ssh", host, port: String(port), user, hostKey, ...kept };
}

/** A key was accepted, and software found, at one address only. */
export function changeForm(form: ServerForm, change: Partial<ServerForm>): ServerForm {
  const changed = { ...form, ...change };
  if (isSameAddress(form, changed)) return changed;
  const sources = changed.sources
    .filter(({ origin }) => origin !== "found")
    .map((source) => ({ ...source, found: null }));
  return { ...changed, hostKey: null, sources };
}

function isSameAddress(one: ServerForm, other: ServerForm): boolean {
  return one.way === other.way && one.host === other.host && one.port === other.port;
}

type CheckedForm =
  | { readonly status: "good"; readonly draft: ServerDraft }
  | { readonly status: "wrong"; readonly problems: readonly FieldProblem[] };

export function checkForm(form: ServerForm): CheckedForm {
  const { success, data, error } = serverDraftSchema.safeParse(toDraft(form));
  if (success) return { status: "good", draft: data };
  const problems = error.issues.map(({ path, message }) => toProblem(path.join("."), message));
  return { status: "wrong", problems };
}

/** What the schema says of numbers and lengths is not written for people. */
function toProblem(path: string, message: string): FieldProblem {
  if (path === "via.port") return { path, why: reason("noPortTyped") };
  if (path === "via.credential.password") return { path, why: reason("noPassword") };
  if (path === "via.credential.privateKey") return { path, why: reason("noPrivateKey") };
  return { path, why: toReason(message) };
}

function toDraft({ id, name, sources, ...form }: ServerForm): unknown {
  const chosen = sources.filter(({ isOn }) => isOn);
  const { way, host, user, hostKey } = form;
  const port = /^\d+$/.test(form.port.trim()) ? Number(form.port) : null;
  const ssh = { kind: "ssh", host, port, user, hostKey, credential: toCredential(form) };
  return {
    id,
    name,
    via: way === "local" ? { kind: "local" } : ssh,
    sources: chosen.map(({ provider, settings }) => ({ provider, settings })),
  };
}

type TypedCredential = Pick<ServerForm, "credential" | "password" | "privateKey" | "passphrase">;

function toCredential({ credential, password, privateKey, passphrase }: TypedCredential) {
  switch (credential) {
    case "kept":
      return { kind: "kept" };
    case "password":
      return { kind: "password", password };
    case "privateKey":
      return { kind: "privateKey", privateKey, passphrase: passphrase === "" ? null : passphrase };
  }
}
