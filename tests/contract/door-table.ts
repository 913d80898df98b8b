import { type Person, persons, type TokenKind, tokenKinds } from "@/tests/support/door-people";
import type { DoorTable } from "@/tests/support/door-under-test";

const everyone = persons;
const nobody: readonly Person[] = [];
const signedIn = ["administrator", "viewer", "reseller", "customer", "mailbox-owner"] as const;
const acting = ["administrator", "reseller", "customer", "mailbox-owner"] as const;
const administrators = ["administrator", "viewer"] as const;
const administrator = ["administrator"] as const;
const ftpPeople = ["administrator", "viewer", "reseller", "customer"] as const;
const ftpActing = ["administrator", "reseller", "customer"] as const;

const anyRef = { sourceId: "none", id: "none", user: "none", start: null, name: null };
const acted = [{ refs: [anyRef], reason: null }];
const detail = [{ ref: anyRef, remoteAddress: null }];
const draft = { id: "none", name: "none", via: { kind: "local" }, sources: [] };
const listing = { provider: "linux-logins", settings: {}, isListed: true };
const user = {
  ...{ id: "none", login: "none", name: "", email: "", role: "customer" },
  ...{ ownerLogin: "", isViewer: false, password: "" },
};
const credential = { id: "x", rawId: "x", clientExtensionResults: {}, type: "public-key" };
const usedPasskey = {
  ...credential,
  response: { clientDataJSON: "x", authenticatorData: "x", signature: "x" },
};
const madePasskey = { ...credential, response: { clientDataJSON: "x", attestationObject: "x" } };
const nothing: readonly unknown[] = [];
const limit = { idleMinutes: 30, lastsHours: 12, atOnce: null, whenFull: "refuse" };
const limits = {
  "server-administrator": limit,
  reseller: limit,
  customer: limit,
  "mailbox-owner": limit,
};

/** Pages and routes by their address in the build. */
export const routes: DoorTable = {
  "/page": { opensTo: everyone },
  "/_not-found/page": { opensTo: nobody },
  "/_global-error/page": { opensTo: nobody },
  "/sign-in/page": { opensTo: everyone },
  // Nothing is there where no service is configured.
  "/sign-in/openid/route": { opensTo: nobody },
  "/sign-in/openid/callback/route": { opensTo: nobody },
  "/tools-settings/page": { opensTo: signedIn },
  "/tools-settings/my-account/page": { opensTo: signedIn },
  "/tools-settings/panel-sessions/page": { opensTo: signedIn },
  "/tools-settings/ftp-sessions/page": { opensTo: ftpPeople },
  "/tools-settings/terminal-sessions/page": { opensTo: administrators },
  "/tools-settings/servers/page": { opensTo: administrators },
  "/tools-settings/this-machine/page": { opensTo: administrator },
  "/tools-settings/settings/page": { opensTo: administrators },
  "/tools-settings/domains/page": { opensTo: administrators },
  "/tools-settings/users/page": { opensTo: administrators },
  "/tools-settings/my-sessions/page": { opensTo: signedIn },
  "/tools-settings/audit/page": { opensTo: administrators },
  "/tools-settings/audit/download/route": { opensTo: administrators },
};

/** Actions by their file under app/ and their name. */
export const actions: DoorTable = {
  "choose-language chooseLanguage": { opensTo: everyone, given: ["de"] },
  "sign-in enter": { opensTo: everyone, given: { login: "nobody", password: "guessed" } },
  "sign-in createFirstAdministrator": {
    opensTo: everyone,
    given: { token: "none", login: "nobody", password: "guessed", repeat: "other" },
  },
  "sign-in/second-step-actions finish": { opensTo: ["second-factor"], given: { code: "guess" } },
  "sign-in/second-step-actions askPasskey": { opensTo: everyone, given: nothing },
  "sign-in/second-step-actions finishWithPasskey": {
    opensTo: ["second-factor"],
    given: [usedPasskey],
  },
  "sign-in/second-step-actions askPasskeyEntry": { opensTo: everyone, given: nothing },
  "sign-in/second-step-actions enterByPasskey": { opensTo: everyone, given: [usedPasskey] },
  "sign-in/enrolment-actions addTotp": { opensTo: ["enrolment"], given: { code: "guess" } },
  "sign-in/enrolment-actions askToAddPasskey": { opensTo: everyone, given: nothing },
  "sign-in/enrolment-actions addPasskey": {
    opensTo: everyone,
    given: [{ made: madePasskey, name: "none" }],
  },
  "sign-in/enrolment-actions changePassword": {
    opensTo: ["enrolment"],
    given: { password: "short", repeat: "short" },
  },
  // Nobody here has set anything up.
  "sign-in/enrolment-actions finish": { opensTo: nobody, given: nothing },
  "tools-settings look": { opensTo: signedIn, given: nothing },
  "tools-settings chooseTheme": { opensTo: signedIn, given: ["dark"] },
  "tools-settings/proof-actions askPasskey": { opensTo: signedIn, given: nothing },
  "tools-settings/proof-actions prove": {
    opensTo: signedIn,
    given: [{ kind: "password", password: "guessed" }],
  },
  "tools-settings/my-account changePassword": {
    opensTo: signedIn,
    given: [{ password: "too short" }],
  },
  "tools-settings/my-account offerTotp": { opensTo: signedIn, given: nothing },
  "tools-settings/my-account addTotp": { opensTo: signedIn, given: [{ code: "guess" }] },
  "tools-settings/my-account askToAddPasskey": { opensTo: signedIn, given: nothing },
  "tools-settings/my-account addPasskey": {
    opensTo: signedIn,
    given: [{ made: madePasskey, name: "none" }],
  },
  "tools-settings/my-account renamePasskey": {
    opensTo: signedIn,
    given: [{ id: "none", name: "none" }],
  },
  "tools-settings/my-account removeFactor": {
    opensTo: signedIn,
    given: [{ which: { kind: "passkey", id: "none" }, password: null }],
  },
  "tools-settings/my-account makeBackupCodes": { opensTo: signedIn, given: nothing },
  "tools-settings/panel-sessions look": { opensTo: signedIn, given: nothing },
  "tools-settings/panel-sessions refresh": { opensTo: signedIn, given: nothing },
  "tools-settings/panel-sessions lookCloser": { opensTo: signedIn, given: detail },
  "tools-settings/panel-sessions removeSessions": { opensTo: acting, given: acted },
  "tools-settings/ftp-sessions look": { opensTo: ftpPeople, given: nothing },
  "tools-settings/ftp-sessions refresh": { opensTo: ftpPeople, given: nothing },
  "tools-settings/ftp-sessions lookCloser": { opensTo: signedIn, given: detail },
  "tools-settings/ftp-sessions removeSessions": { opensTo: acting, given: acted },
  "tools-settings/ftp-sessions forceRemoveSessions": { opensTo: acting, given: acted },
  "tools-settings/ftp-sessions clearLeftovers": {
    opensTo: administrator,
    given: [{ sourceId: "none" }],
  },
  "tools-settings/terminal-sessions look": { opensTo: administrators, given: nothing },
  "tools-settings/terminal-sessions refresh": { opensTo: administrators, given: nothing },
  "tools-settings/terminal-sessions lookCloser": { opensTo: signedIn, given: detail },
  "tools-settings/terminal-sessions disconnectSessions": { opensTo: acting, given: acted },
  "tools-settings/terminal-sessions logOffSessions": { opensTo: acting, given: acted },
  "tools-settings/terminal-sessions resetSessions": { opensTo: acting, given: acted },
  "tools-settings/terminal-sessions sendMessages": {
    opensTo: acting,
    given: [{ refs: [anyRef], message: "hello" }],
  },
  "tools-settings/servers look": { opensTo: administrators, given: nothing },
  "tools-settings/servers refresh": { opensTo: administrators, given: nothing },
  "tools-settings/servers exportYaml": { opensTo: administrator, given: nothing },
  "tools-settings/servers remove": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/servers importYaml": {
    opensTo: administrator,
    given: [{ text: "servers: 5" }],
  },
  "tools-settings/servers save": { opensTo: administrator, given: [draft] },
  "tools-settings/this-machine look": { opensTo: administrator, given: nothing },
  "tools-settings/this-machine setListed": { opensTo: administrator, given: [listing] },
  "tools-settings/audit verify": { opensTo: administrators, given: nothing },
  "tools-settings/servers findOut": { opensTo: administrator, given: [draft] },
  "tools-settings/domains save": {
    opensTo: administrator,
    given: [{ id: "none", name: "none", customer: "none", accounts: null }],
  },
  "tools-settings/domains remove": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/domains importCsv": {
    opensTo: administrator,
    given: [{ text: "none", isPreview: true }],
  },
  "tools-settings/domains exportCsv": { opensTo: administrators, given: nothing },
  "tools-settings/settings save": { opensTo: administrator, given: [limits] },
  "tools-settings/users look": { opensTo: administrators, given: [{ search: "" }] },
  "tools-settings/users save": { opensTo: administrator, given: [user] },
  "tools-settings/users setPassword": {
    opensTo: administrator,
    given: [{ id: "none", password: "none" }],
  },
  "tools-settings/users resetFactors": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/users disable": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/users enable": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/users remove": { opensTo: administrator, given: [{ id: "none" }] },
  "tools-settings/my-sessions look": { opensTo: signedIn, given: nothing },
  "tools-settings/my-sessions end": { opensTo: signedIn, given: [{ ids: ["none"] }] },
};

/** Paths of the API by method. */
export const api: DoorTable = {
  "GET /api/v1/health": { opensTo: everyone },
  "GET /api/v1/openapi.json": { opensTo: everyone },
  "GET /api/v1/sessions/panel": { opensTo: signedIn },
  "GET /api/v1/sessions/ftp": { opensTo: ftpPeople },
  "GET /api/v1/sessions/terminal": { opensTo: administrators },
  "POST /api/v1/sessions/panel/act": { opensTo: acting },
  "POST /api/v1/sessions/ftp/act": { opensTo: ftpActing },
  "POST /api/v1/sessions/terminal/act": { opensTo: administrator },
};

/** What a script gets by its token, which opens no page but those that open to everyone. */
export const byToken: Readonly<Record<string, readonly TokenKind[]>> = {
  "GET /api/v1/health": tokenKinds,
  "GET /api/v1/openapi.json": tokenKinds,
  "GET /api/v1/sessions/panel": ["operator", "viewer"],
  "GET /api/v1/sessions/ftp": ["operator", "viewer"],
  "GET /api/v1/sessions/terminal": ["operator", "viewer"],
  "POST /api/v1/sessions/panel/act": ["operator"],
  "POST /api/v1/sessions/ftp/act": ["operator"],
  "POST /api/v1/sessions/terminal/act": ["operator"],
  "/page": tokenKinds,
  "/sign-in/page": tokenKinds,
};

/** What a browser may watch over the live channel. */
export const watched: DoorTable = {
  panel: { opensTo: signedIn },
  ftp: { opensTo: ftpPeople },
  terminal: { opensTo: administrators },
  null: { opensTo: signedIn },
};

/** What is told over it, to whom at all. */
export const told: DoorTable = {
  alive: { opensTo: signedIn },
  changes: { opensTo: signedIn },
  roll: { opensTo: signedIn },
  tools: { opensTo: signedIn },
};
