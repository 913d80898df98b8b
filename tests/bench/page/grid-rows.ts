import type { Changes, RollPart, WireRow, WireSource } from "@/lib/sessions/live-message";
import { toWireSession } from "@/lib/sessions/live-wire";
import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import { ftpSession } from "@/tests/support/live-sessions";
import { changesFrom, rollOf, toldAt, wireSource } from "@/tests/support/shown-rows";

const sourceCount = 20;
const changedCount = 100;
/** Of the changed rows; as many as the screen has in sight. */
export const changedInSight = 20;
/** Half of them in a transfer. */
const statuses = ["downloading", "idle", "uploading", "idle"] as const satisfies FtpStatus[];
const types = ["registered", "web-user", "anonymous", "website-administrator"] as const;
/** Of the look, which comes once a second. */
const lookMs = 1000;

export function toGridSession(place: number, count: number): FtpSession {
  const status = statuses[place % statuses.length] ?? "idle";
  const name = `customer${place}`;
  const folder = `/var/www/vhosts/${name}.example/httpdocs`;
  return {
    ...ftpSession(10_000 + place, name, sourceOf(place, count)),
    type: types[place % types.length] ?? null,
    status,
    remoteAddress: `198.51.${Math.floor(place / 250) % 250}.${place % 250}`,
    startedAt: new Date(Date.parse(toldAt) - (place + 1) * 7000),
    domain: `${name}.example`,
    location: folder,
    clientLocation: "/httpdocs",
    ...doing(status, place, 0),
  };
}

type Doing = Partial<
  Pick<
    FtpSession,
    "fileName" | "bytesTransferred" | "bytesPerSecond" | "progressPercent" | "idleSeconds"
  >
>;

/** What changes from round to round. */
function doing(status: FtpStatus, place: number, round: number): Doing {
  if (status === "idle") {
    const idle = { fileName: null, bytesTransferred: null, bytesPerSecond: null } as const;
    return { ...idle, idleSeconds: 60 * (1 + ((place + round) % 50)) };
  }
  const share = (place + round) % 100;
  return {
    fileName: `pictures-of-the-year-${place}.zip`,
    bytesTransferred: 1_000_000 * (1 + share),
    bytesPerSecond: 1000 * (11 + ((place + round) % 900)),
    progressPercent: status === "downloading" ? share : null,
  };
}

export function toGridRoll(count: number): RollPart {
  const rows = Array.from({ length: count }, (_, place): WireRow => {
    const session = toWireSession(toGridSession(place, count));
    return { no: place, at: toldAt, session };
  });
  const answers = sources().map((source, index) => ({
    source,
    rows: rows.slice((index * count) / sourceCount, ((index + 1) * count) / sourceCount),
  }));
  return rollOf(1, [], { answers });
}

/** As a page comes that has too many rows to bring them. */
export function toFirstPart(): RollPart {
  return rollOf(1, [], { left: 1, answers: sources().map((source) => ({ source, rows: [] })) });
}

export function changedSession(place: number, count: number, round: number): FtpSession {
  const session = toGridSession(place, count);
  return { ...session, ...doing(session.status, place, round) };
}

/** Those in sight, and the others all over the roll. */
export function changedPlaces(count: number): readonly number[] {
  const step = Math.floor(count / changedCount);
  return Array.from({ length: changedCount }, (_, index) =>
    index < changedInSight ? index : index * step,
  );
}

/** What leads from one round to the next: all sources have answered again, and these rows have changed. */
export function toGridChanges(count: number, round: number): Changes {
  const at = new Date(Date.parse(toldAt) + round * lookMs).toISOString();
  return changesFrom(round, {
    asOf: at,
    checked: sources().map(({ id }) => [id, at]),
    changed: changedPlaces(count).map((place) => {
      const { status } = toGridSession(place, count);
      return { no: place, at, fields: doing(status, place, round) };
    }),
  });
}

function sources(): readonly WireSource[] {
  return Array.from({ length: sourceCount }, (_, index) => {
    const server = toServer(index);
    return wireSource({ id: `${server}/proftpd`, server });
  });
}

function sourceOf(place: number, count: number): string {
  return `${toServer(Math.floor((place * sourceCount) / count))}/proftpd`;
}

function toServer(index: number): string {
  return `web${String(index + 1).padStart(2, "0")}`;
}
