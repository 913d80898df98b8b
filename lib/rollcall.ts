import type { RollcallSettings } from "./auth/manage-settings";
import type { RollcallUsers } from "./auth/manage-users";
import type { RollcallOwnSessions } from "./auth/own-sessions";
import type { ActionOutcome, PlacedOutcome } from "./sessions/action-outcome";
import type {
  AuditFilter,
  AuditPlace,
  AuditStanding,
  FoundEntries,
  FoundEntry,
} from "./sessions/audit-search";
import type { Clearing } from "./sessions/clear-leftovers";
import type { DemoLogin } from "./sessions/demo-login";
import type { DomainDraft, DomainSaved, DomainsAnswer, DomainsImport } from "./sessions/domain";
import type { Here, Listing } from "./sessions/here";
import type { Operator } from "./sessions/operator";
import type { Overview } from "./sessions/overview";
import type { Roll } from "./sessions/roll";
import type {
  Finding,
  Imported,
  KnownServer,
  Removed,
  Saved,
  ServerDraft,
} from "./sessions/server";
import type { SessionKind } from "./sessions/session";
import type { SessionAction } from "./sessions/session-action";
import type { AskedDetail, SessionDetail } from "./sessions/session-detail";
import type { SessionRef } from "./sessions/session-ref";
import type { ToolState } from "./sessions/tool-state";

export interface ActRequest {
  readonly kind: SessionKind;
  readonly action: SessionAction;
  readonly refs: readonly SessionRef[];
  /** Why, in the operator's words; kept with the record of the action. */
  readonly reason: string | null;
  /** What `sendMessage` shows. */
  readonly message?: string;
}

/** For operators who see everything; to look at a server, or to change one, they must be allowed to act. Others throw. */
export interface RollcallServers {
  /** Of the configuration file, found on this machine, and stored; by name. */
  list(operator: Operator): Promise<readonly KnownServer[]>;

  /** Looks at a server once, saved or not; nothing is saved. */
  findOut(draft: ServerDraft, operator: Operator, signal: AbortSignal): Promise<Finding>;

  /** Stores it and opens its sources anew, and no other server's. */
  save(draft: ServerDraft, operator: Operator): Promise<Saved>;

  remove(id: string, operator: Operator): Promise<Removed>;

  /** The stored servers as a configuration file, without what logs in to them. */
  exportYaml(operator: Operator): Promise<string>;

  /** Adds and changes the servers that the text names; none of them when there is a problem. */
  importYaml(text: string, operator: Operator): Promise<Imported>;
}

/** What runs on the machine Rollcall runs on. For operators who see everything and may act. Others throw. */
export interface RollcallHere {
  /** Looks at it now. */
  look(operator: Operator, signal: AbortSignal): Promise<Here>;

  /** Lists something that is found there, or does not; at once, and after every restart. */
  setListed(listing: Listing, operator: Operator): Promise<void>;
}

/** For operators who see everything; to change anything, they must be allowed to act. Others throw. */
export interface RollcallDomains {
  /** The first whose name, customer or FTP login holds the text; with an empty one, of all. */
  find(search: string, operator: Operator): Promise<DomainsAnswer>;

  save(draft: DomainDraft, operator: Operator): Promise<DomainSaved>;

  /** With its FTP accounts. `gone`: somebody else removed it before. */
  remove(id: string, operator: Operator): Promise<"removed" | "gone">;

  /** Adds and changes what the lines name: all of it, or nothing when there is a mistake or it is a preview. */
  importCsv(
    file: { readonly text: string; readonly isPreview: boolean },
    operator: Operator,
  ): Promise<DomainsImport>;

  exportCsv(operator: Operator): Promise<string>;
}

/** For operators who see everything, whether they may act or not. Others throw. */
export interface RollcallAudit {
  search(filter: AuditFilter, place: AuditPlace, operator: Operator): Promise<FoundEntries>;
  /** Null while the chain has not been verified since the start. */
  standing(operator: Operator): AuditStanding | null;
  verify(operator: Operator): Promise<AuditStanding>;
  /** All that match, oldest first, some at a time; that they were taken is recorded. */
  export(filter: AuditFilter, operator: Operator): Promise<AsyncIterable<readonly FoundEntry[]>>;
}

export interface Rollcall {
  readonly audit: RollcallAudit;
  readonly servers: RollcallServers;
  readonly here: RollcallHere;
  readonly domains: RollcallDomains;
  readonly users: RollcallUsers;
  readonly settings: RollcallSettings;
  readonly ownSessions: RollcallOwnSessions;

  /**
   * What this operator may see of the latest answers. `fresh` asks every source now and waits for
   * each answer or its deadline; otherwise a source that is slow is shown as it was last known.
   */
  roll(kind: SessionKind, operator: Operator, options: { readonly fresh: boolean }): Promise<Roll>;

  /** The tools this operator has, with their counts as last known: asks only sources that never answered. */
  tools(operator: Operator): Promise<readonly ToolState[]>;

  /** What went on in the last hour and who has most sessions, as last known to this operator. */
  overview(operator: Operator): Promise<Overview>;

  /** One outcome a ref, in order. */
  act(request: ActRequest, operator: Operator): Promise<readonly ActionOutcome[]>;

  /**
   * As `act`, which begins at once, and tells each outcome as soon as it is known, by its place among
   * the refs. Those known at one time come together; a batch without any says that it goes on.
   */
  tellAct(request: ActRequest, operator: Operator): AsyncIterable<readonly PlacedOutcome[]>;

  /**
   * What was done to a session, and who else has its user or its address, among the latest answers that
   * this operator may see. Nothing to who may not see the session; waits only for sources that never answered.
   */
  lookCloser(asked: AskedDetail, operator: Operator): Promise<SessionDetail>;

  /** Clears what a source keeps listing of sessions that have ended, then looks at it afresh. */
  clearLeftovers(sourceId: string, operator: Operator): Promise<Clearing>;

  /** For what is no fault of any server: into the log, so that it is found and mended. */
  reportBug(error: unknown): void;

  /** False when the database does not answer or the poller has stopped. */
  isHealthy(): Promise<boolean>;
}

declare global {
  var rollcallInProcess: Rollcall | undefined;
  var rollcallDemoLogins: readonly DemoLogin[] | undefined;
}

/** Called once, by server.ts. Next bundles its own copy of this module, so the instance lives on globalThis. */
export function provideRollcall(instance: Rollcall): void {
  globalThis.rollcallInProcess = instance;
}

export function rollcall(): Rollcall {
  if (!globalThis.rollcallInProcess) {
    throw new Error("Rollcall runs inside server.ts only: start it with npm start");
  }
  return globalThis.rollcallInProcess;
}

/** Called by the demo alone, before server.ts. */
export function provideDemoLogins(logins: readonly DemoLogin[]): void {
  globalThis.rollcallDemoLogins = logins;
}

/** Null where the servers are real. */
export function demoLogins(): readonly DemoLogin[] | null {
  return globalThis.rollcallDemoLogins ?? null;
}
