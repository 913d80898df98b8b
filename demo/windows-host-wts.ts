import { z } from "zod";
import { type Host, happenInBetween } from "./windows-host-behaviour";
import { type Ending, end, findRefusal } from "./windows-host-ending";
import { type HostSession, idleMinutesOf } from "./windows-host-sessions";

interface WtsSession {
  readonly id: number;
  readonly state: number;
  readonly name: string;
  readonly user: string;
  readonly domain: string;
  readonly client: string;
  readonly address: string;
  readonly connect: string;
  readonly disconnect: string;
  readonly input: string;
  readonly logon: string;
}

interface WtsAnswer {
  readonly status: "asked" | "gone" | "replaced" | "refused";
  readonly words: string;
}

/** What the API of Remote Desktop Services tells about all sessions. */
export function listWts({ sessions, nowMs }: Host) {
  const atMs = nowMs();
  return { now: toFileTime(atMs), sessions: sessions.map((session) => toWts(session, atMs)) };
}

/** Numbers of WTS_CONNECTSTATE_CLASS. */
const stateNumbers = { active: 0, connected: 1, disconnected: 4, listening: 6 } as const;

function toWts(session: HostSession, nowMs: number): WtsSession {
  const isAttached = session.state === "active";
  return {
    id: session.id,
    state: stateNumbers[session.state],
    name: toApiName(session.name ?? ""),
    user: session.user ?? "",
    domain: (session.user !== null && session.domain) || "",
    client: (isAttached && session.client) || "",
    address: (isAttached && session.address) || "",
    connect: toFileTime(session.connectAt),
    disconnect: toFileTime(session.disconnectAt),
    input: toFileTime(lastInputOf(session, nowMs)),
    logon: toFileTime(session.logonAt),
  };
}

/** The programs print in lower case what the API spells with capitals. */
function toApiName(name: string): string {
  return name
    .replace(/^rdp-tcp/, "RDP-Tcp")
    .replace(/^console$/, "Console")
    .replace(/^services$/, "Services");
}

function lastInputOf(session: HostSession, nowMs: number): number | undefined {
  const minutes = session.user === null ? undefined : idleMinutesOf(session, nowMs);
  return session.inputAt ?? (minutes === undefined ? undefined : nowMs - minutes * 60_000);
}

/** 100 ns since 1601; 0 is unknown. */
function toFileTime(at: number | undefined): string {
  return at === undefined ? "0" : String((BigInt(Math.round(at)) + 11_644_473_600_000n) * 10_000n);
}

const requestSchema = z.object({
  action: z.enum(["disconnect", "logOff", "reset", "message"]),
  text: z.string().nullable(),
  sessions: z.array(
    z.object({
      id: z.number().int(),
      user: z.string(),
      domain: z.string(),
      name: z.string(),
      logon: z.string(),
    }),
  ),
});
type Request = z.infer<typeof requestSchema>;
type Asked = Request["sessions"][number];

/** Compares and acts in one step, session by session. Throws on a request it cannot read. */
export function actOnWts(host: Host, json: string, title: string) {
  const request = requestSchema.parse(JSON.parse(json));
  happenInBetween(host);
  return { answers: request.sessions.map((asked) => actOn(host, asked, { ...request, title })) };
}

function actOn(host: Host, asked: Asked, request: Request & { readonly title: string }): WtsAnswer {
  const session = host.sessions.find(({ id }) => id === asked.id);
  if (!session) return { status: "gone", words: "" };
  const now = toWts(session, host.nowMs());
  const isSame = (["user", "domain", "name", "logon"] as const).every(
    (part) => asked[part] === now[part],
  );
  if (!isSame) return { status: "replaced", words: "" };
  const words = findRefusalWords(host, session, request.action);
  if (words !== undefined) return { status: "refused", words };
  if (request.action !== "message") {
    void end(host, session, request.action);
  } else {
    const { id, user } = session;
    host.messages.push({ id, user, title: request.title, text: request.text ?? "" });
  }
  return { status: "asked", words: "" };
}

/** A program prints `Error [5]:Access is denied.` where the API has the words alone. */
function findRefusalWords(
  host: Host,
  session: HostSession,
  action: Ending | "message",
): string | undefined {
  const printed = host.behaviour.refusals.get(session.id);
  if (printed !== undefined) return /Error \[\d+\]: *(.*)/.exec(printed)?.[1] ?? printed;
  return action === "message" ? undefined : findRefusal(session, action)?.words;
}
