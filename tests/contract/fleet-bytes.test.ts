import { afterEach, expect, it } from "vitest";
import type { Session } from "@/lib/sessions/session";
import { actionsOf } from "@/lib/sessions/session-action";
import { describeWith } from "@/tests/support/describe-with";
import {
  type HostileSite,
  hostileSites,
  type OpenHostileSite,
  providerNames,
} from "@/tests/support/hostile-sites";
import { waitFor } from "@/tests/support/wait-for";

const mark = "zq";
const hostileNames = [
  `${mark}$(id)`,
  `${mark}';id;'`,
  `${mark}"&calc&"`,
  `${mark}\`id\``,
  `${mark}|x>y<z`,
  `${mark}%PATH%^!`,
  `${mark}\\n*?[a]~#`,
  `${mark};-rf;--`,
];
const inTime = () => AbortSignal.timeout(20_000);

let site: HostileSite | undefined;
afterEach(async () => {
  await site?.stop();
  site = undefined;
});

it("what a server is sent is looked at for every provider there is", () => {
  expect(Object.keys(hostileSites).sort()).toEqual([...providerNames].sort());
});

for (const [provider, { needs, ways }] of Object.entries(hostileSites)) {
  describeWith(needs, `what a server is sent for ${provider}`, () => {
    const cases = ways.map((open, index) => ({ way: index + 1, open }));
    it.each(cases)("holds nothing of a name but numbers, way $way", async ({ open }) => {
      const plainNames = hostileNames.map((name, index) => name.replace(/[^a-z]/gi, String(index)));
      const plain = await recordLines(open, plainNames);
      const hostile = await recordLines(open, hostileNames);
      expect(hostile.filter((line) => line.includes(mark))).toEqual([]);
      expect([...templatesOf(hostile)]).toEqual([...templatesOf(plain)]);
      expect(hostile.length > 0).toBe(provider !== "panel");
    });
  });
}

/** All that is sent while everybody with such a name is listed, sent a message and asked to leave. */
async function recordLines(open: OpenHostileSite, names: readonly string[]) {
  const opened = await open(names);
  site = opened;
  const { source } = opened;
  const list = async () => {
    const sessions = await source.list(inTime());
    const guests = sessions.filter(({ user }) => user !== null && names.includes(user));
    return guests.length === names.length && guests;
  };
  const guests = await waitFor(list);
  await source.list(inTime());
  const refs = guests.map(({ ref }) => ref);
  await source.sendMessage?.(refs, names.join("\n"), inTime());
  const looks = opened.lines().length;
  for (const action of endingsOf(guests)) await source.act(refs, action, inTime());
  if (looks > 0) expect(opened.lines().length).toBeGreaterThan(looks);
  await opened.stop();
  site = undefined;
  return opened.lines();
}

function endingsOf(sessions: readonly Session[]) {
  const [session] = sessions;
  if (!session) throw new Error("nobody is there");
  const possible = session.kind === "terminal" ? session.actions : actionsOf[session.kind];
  return possible.filter((action) => action !== "sendMessage");
}

/** Lines with every number and list of numbers made the same, and the folder that the test itself has set. */
function templatesOf(lines: readonly string[]): ReadonlySet<string> {
  const toTemplate = (line: string) =>
    line.replace(/\/tmp\/rollcall-[\w-]+/g, "/folder").replace(/\d+( \d+)*/g, "#");
  return new Set(lines.map(toTemplate).sort());
}
