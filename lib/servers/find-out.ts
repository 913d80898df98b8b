import type { SshAddress } from "@/lib/config/config";
import { failureOf } from "@/lib/sessions/failure-of";
import { isService } from "@/lib/sessions/is-service";
import type { Finding, FoundSource } from "@/lib/sessions/server";
import type { FoundSettings, SessionProvider } from "@/lib/sessions/session-provider";
import type { Failure } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { readHostKeyFingerprint } from "@/lib/transports/read-host-key";
import { createSshTransport } from "@/lib/transports/ssh";
import { askNothing, askSystem, type System } from "./ask-system";

/** A server to look at. */
export interface FindOutAddress {
  readonly host: string;
  readonly port: number;
  /** The one that a person accepted. */
  readonly hostKey: string | null;
  /** Asked for once the server has shown that key. Throws SourceError. */
  readonly login: () => Promise<Pick<SshAddress, "user" | "credential">>;
}

interface FindOutRules {
  readonly providers: readonly SessionProvider[];
  /** For all of it. */
  readonly timeoutMs: number;
  readonly reportBug: (error: unknown) => void;
}

interface Around extends FindOutRules {
  readonly caller: AbortSignal;
  /** Of the caller, or the end of the time for all of it. */
  readonly signal: AbortSignal;
}

/** One source that never answers leaves the others their time. */
const sourceTimeoutMs = 8_000;

/** Looks at a server, or at this machine, once and over a connection of its own. Nobody logs in before its host key is accepted. */
export async function findOut(
  address: FindOutAddress | null,
  rules: FindOutRules,
  caller: AbortSignal,
): Promise<Finding> {
  const { timeoutMs, reportBug } = rules;
  const signal = AbortSignal.any([caller, AbortSignal.timeout(timeoutMs)]);
  try {
    if (address) {
      const { hostKey: accepted } = address;
      const fingerprint = await readHostKeyFingerprint(address, signal);
      if (fingerprint !== accepted) return { status: "not-trusted", fingerprint, accepted };
    }
    const transport = await connect(address);
    try {
      return await lookAround(transport, { ...rules, caller, signal });
    } finally {
      await transport.close();
    }
  } catch (error) {
    caller.throwIfAborted();
    return { status: "failed", failure: failureOf(error, timeoutMs, reportBug) };
  }
}

async function connect(address: FindOutAddress | null): Promise<Transport> {
  if (!address) return createLocalTransport();
  const { host, port, hostKey, login } = address;
  const trustedFingerprint = async () => hostKey;
  return createSshTransport({ host, port, ...(await login()), trustedFingerprint });
}

async function lookAround(transport: Transport, around: Around): Promise<Finding> {
  const { signal } = around;
  // The first answer includes the login.
  await transport.run(askNothing, signal);
  const askedAtMs = performance.now();
  await transport.run(askNothing, signal);
  const roundTripMs = performance.now() - askedAtMs;
  const system = await askSystem(transport, signal);
  const found = await Promise.all(
    around.providers.map((provider) => lookFor(provider, { transport, system }, around)),
  );
  return { status: "found", system: system.name, roundTripMs, sources: found.flat() };
}

interface Place {
  readonly transport: Transport;
  readonly system: System;
}

async function lookFor(
  provider: SessionProvider,
  place: Place,
  around: Around,
): Promise<readonly FoundSource[]> {
  const found = await orFailure(around, (signal) => find(provider, place, signal));
  // Whether it runs there is not known then, which is not the same as that it does not.
  if ("code" in found) return [{ ...toFound(provider, {}, place.system), failure: found }];
  return Promise.all(found.map((settings) => lookAt({ provider, settings }, place, around)));
}

/** On Windows there is nothing to look for but its own sessions. */
async function find(
  provider: SessionProvider,
  { transport, system }: Place,
  signal: AbortSignal,
): Promise<readonly FoundSettings[]> {
  if (system.isWindows) return provider.name === "windows" ? [{}] : [];
  return (await provider.find?.(transport, signal)) ?? [];
}

async function lookAt(
  { provider, settings }: Named,
  { transport, system }: Place,
  around: Around,
): Promise<FoundSource> {
  const found = toFound(provider, settings, system);
  const source = provider.open(`find-out/${provider.name}`, settings, transport);
  const listed = await orFailure(around, (signal) => source.list(signal));
  if ("code" in listed) return { ...found, failure: listed };
  const people = listed.filter((session) => !isService(session));
  return { ...found, sessionCount: people.length, limits: source.limits?.() ?? [] };
}

interface Named {
  readonly provider: SessionProvider;
  readonly settings: FoundSettings;
}

function toFound(
  { name, title, kind }: SessionProvider,
  settings: FoundSettings,
  { versions }: System,
): FoundSource {
  const said = versions.get(name);
  const version = said === undefined ? null : `${title} ${said}`;
  const unknown = { sessionCount: null, limits: [], failure: null };
  return { provider: name, title, kind, settings, version, ...unknown };
}

async function orFailure<Answer>(
  { signal, caller, reportBug }: Around,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | Failure> {
  try {
    return await ask(AbortSignal.any([signal, AbortSignal.timeout(sourceTimeoutMs)]));
  } catch (error) {
    caller.throwIfAborted();
    return failureOf(error, sourceTimeoutMs, reportBug);
  }
}
