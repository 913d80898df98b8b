import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, askAll, askDoor, type Knock } from "./ask-door";
import {
  addPeople,
  addTokens,
  type Person,
  persons,
  signedIn,
  strangerMark,
  type TokenKind,
} from "./door-people";
import { askApi, callAction, isOpened, submitAction } from "./door-requests";
import { listActions, toAddress } from "./door-targets";
import { startRollcall } from "./start-rollcall";

interface DoorRow {
  /** To whom it opens. */
  readonly opensTo: readonly Person[];
  /** What an action takes: something that it understands and that changes nothing. */
  readonly given?: unknown;
}

export type DoorTable = Readonly<Record<string, DoorRow>>;

/** One thing that can be asked for, without who asks. */
export interface Target {
  readonly name: string;
  readonly opensTo: readonly Person[];
  readonly knock: Knock;
}

/** A server that administrators alone may know of. */
const config = `servers:
  - name: ${strangerMark}-server
    via: { ssh: { host: 127.0.0.1, port: 1, user: x, password: x, hostKey: "SHA256:${"x".repeat(43)}" } }
    sources: [{ provider: vsftpd }, { provider: windows }]
`;

export type DoorUnderTest = Awaited<ReturnType<typeof startDoor>>;

/** The built product with people of every kind in its database. */
export async function startDoor() {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-door-"));
  const rollcall = await startRollcall({ config, env: { ROLLCALL_DATA: folder } });
  const cookies = await addPeople(join(folder, "rollcall.db"));
  const tokens = addTokens(join(folder, "rollcall.db"));
  const { url } = rollcall;
  const { host, origin } = new URL(url);

  const ask = (knock: Knock, person: Person): Promise<Answer> => {
    const cookie = cookies.get(person);
    const own = { host, origin, ...(cookie && { cookie }) };
    return askDoor(url, { ...knock, headers: { ...own, ...knock.headers } });
  };

  /** Next sends its router to an address that names the variant. */
  const askOn = async (knock: Knock, person: Person) => {
    const answer = await ask(knock, person);
    const { location = "" } = answer.headers;
    return location.startsWith(`${knock.path}?_rsc`)
      ? ask({ ...knock, path: location }, person)
      : answer;
  };

  return {
    ...rollcall,
    cookies,
    ask,

    /** Those that open to whom they should not, or not to whom they should, and those that tell of strangers. */
    async findMistakes(targets: readonly Target[], of: readonly Person[] = persons) {
      const asked = targets.flatMap((target) => of.map((person) => ({ target, person })));
      const found = await askAll(asked, async ({ target, person }) => {
        const answer = await askOn(target.knock, person);
        const said = describe(target, person, answer);
        const isRight = isOpened(answer) === target.opensTo.includes(person);
        const tells = JSON.stringify(answer).includes(strangerMark) && !seesAll(person);
        return [...(isRight ? [] : [said]), ...(tells ? [`${said}, tells of strangers`] : [])];
      });
      return found.flat();
    },

    /** Those whose answers hold anything that changes, for who is not signed in. */
    async findTold(targets: readonly Target[]) {
      const outside = persons.filter((person) => !isSignedIn(person));
      const asked = targets.flatMap((target) => outside.map((person) => ({ target, person })));
      const found = await askAll(asked, async ({ target, person }) => {
        const answer = await askOn(target.knock, person);
        const marks = [strangerMark, "mailbox-owner", '"tools":', '"roll":'];
        const tells = marks.some((mark) => answer.body.includes(mark));
        return tells ? [describe(target, person, answer)] : [];
      });
      return found.flat();
    },

    /** Those that are answered in another way, to the administrator or to nobody. */
    async findOthers(targets: readonly Target[], status: number) {
      const asked = targets.flatMap((target) =>
        (["administrator", "anonymous"] as const).map((person) => ({ target, person })),
      );
      const found = await askAll(asked, async ({ target, person }) => {
        const answer = await ask(target.knock, person);
        return answer.status === status ? [] : [describe(target, person, answer)];
      });
      return found.flat();
    },

    /** What comes of it for a script with such a token, which has no cookie and no Origin. */
    askByToken({ method, path, headers, body = "" }: Knock, kind: TokenKind): Promise<Answer> {
      const authorization = `Bearer ${tokens.get(kind)}`;
      return askDoor(url, { method, path, body, headers: { host, authorization, ...headers } });
    },

    /** `GET /api/v1/health` and so on, by its own description. */
    async listApi() {
      const { body } = await ask({ method: "GET", path: "/api/v1/openapi.json" }, "anonymous");
      const { paths } = descriptionSchema.parse(JSON.parse(body));
      return Object.entries(paths)
        .flatMap(([path, methods]) =>
          Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
        )
        .sort();
    },

    async stop() {
      await rollcall.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export function isSignedIn(person: Person): boolean {
  return signedIn.some((one) => one === person);
}

export function toPages(table: DoorTable): readonly Target[] {
  return Object.entries(table).map(([name, { opensTo }]) => {
    return { name, opensTo, knock: { method: "GET", path: toAddress(name) } };
  });
}

/** Each as a script calls it, and as a form that holds nothing that it could read. */
export function toActions(table: DoorTable): readonly Target[] {
  return listActions().flatMap((action) => {
    const { opensTo = [], given } = table[action.name] ?? {};
    return [
      { name: action.name, opensTo, knock: callAction(action, given) },
      { name: `${action.name} as a form`, opensTo: [], knock: submitAction(action) },
    ];
  });
}

export function toApi(table: DoorTable): readonly Target[] {
  return Object.entries(table).map(([name, { opensTo }]) => {
    return { name, opensTo, knock: askApi(name) };
  });
}

export function withHeaders(target: Target, headers: Readonly<Record<string, string>>): Target {
  const { knock } = target;
  const name = `${target.name} with ${JSON.stringify(headers)}`;
  return { ...target, name, knock: { ...knock, headers: { ...knock.headers, ...headers } } };
}

function describe({ name }: Target, person: Person, { status, headers }: Answer): string {
  const to = headers.location ?? headers["x-action-redirect"];
  return `${name}: ${person} gets ${status}${to ? ` to ${String(to)}` : ""}`;
}

function seesAll(person: Person): boolean {
  return person === "administrator" || person === "viewer";
}
