import type { ApiTokens } from "./api-tokens";
import type { Audit } from "./audit";
import type { Domains } from "./domains";
import type { Factors } from "./factors";
import type { KnownPlaces } from "./known-places";
import type { OpenIdUsers } from "./open-id-users";
import type { StoredOwnSessions } from "./own-sessions";
import type { PanelSessions } from "./panel-sessions";
import type { PendingSignIns } from "./pending-sign-ins";
import type { Servers } from "./servers";
import type { SessionEndings } from "./session-endings";
import type { StoredSessionLimits } from "./session-limits";
import type { SetupLink } from "./setup-link";
import type { SightListener } from "./sight-changes";
import type { Sights } from "./sights";
import type { TrustedHostKeys } from "./trusted-host-keys";
import type { UnlistedSources } from "./unlisted-sources";
import type { Users } from "./users";

/** What Rollcall keeps. Everything here rejects when the database does not answer, and after `close`. */
export interface Store {
  readonly users: Users;
  readonly openIdUsers: OpenIdUsers;
  readonly factors: Factors;
  readonly panelSessions: PanelSessions;
  readonly ownSessions: StoredOwnSessions;
  readonly pendingSignIns: PendingSignIns;
  readonly sessionLimits: StoredSessionLimits;
  readonly knownPlaces: KnownPlaces;
  readonly apiTokens: ApiTokens;
  readonly setupLink: SetupLink;
  readonly trustedHostKeys: TrustedHostKeys;
  readonly servers: Servers;
  readonly unlistedSources: UnlistedSources;
  readonly audit: Audit;
  readonly domains: Domains;
  readonly sights: Sights;

  /** Tells at once which panel sessions this process has ended. */
  readonly onSessionsEnded: SessionEndings["listen"];
  /** Calls, for as long as the store is open, when this process has changed what somebody may see; the change waits for it. */
  readonly onSightsChanged: (listener: SightListener) => void;
  isAnswering(): Promise<boolean>;
  close(): Promise<void>;
}
