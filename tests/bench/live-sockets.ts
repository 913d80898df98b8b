import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Counted, type Crowd, openCrowd } from "./live-crowd";
import { type ServerProcess, type Spent, spentSchema, startServerProcess } from "./live-process";
import { measureRemovals } from "./live-removals";
import { median, printRatio } from "./measure";

const users = 20;
const pagesOfOne = 50;
const sockets = users * pagesOfOne;
const title = `live: ${sockets} sockets, ten changes a second`;
const rounds = 7;
const roundMs = 5000;

/** The hub with a thousand browsers, against a bare broadcast of the same bytes to as many. */
export async function measureLiveSockets(): Promise<void> {
  const hub = startServerProcess(new URL("./live-hub-process.ts", import.meta.url));
  const bare = startServerProcess(new URL("./live-bare-process.ts", import.meta.url));
  const crowds: Crowd[] = [];
  const open = async (server: ServerProcess, cookies: readonly string[]) => {
    const { url } = await server.ask({ ask: "url" }, z.object({ url: z.string() }));
    const crowd = await openCrowd(url, cookies);
    crowds.push(crowd);
    return { server, url, crowd };
  };
  try {
    const theirs = await open(bare, Array<string>(sockets).fill("nobody"));
    const ours = await open(hub, await signInAll(hub));
    await compareCpu(ours, theirs);
    await measureRemovals(title, { ...ours, idle: bare });
  } finally {
    for (const crowd of crowds) crowd.close();
    await Promise.all([hub.stop(), bare.stop()]);
  }
}

/** One cookie a page. */
async function signInAll(hub: ServerProcess): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (let user = 0; user < users; user += 1) {
    const { secret } = await hub.ask(
      { ask: "signIn", login: `user${user}` },
      z.object({ secret: z.string() }),
    );
    cookies.push(...Array<string>(pagesOfOne).fill(secret));
  }
  return cookies;
}

interface Watched {
  readonly server: ServerProcess;
  readonly crowd: Crowd;
}

async function compareCpu(ours: Watched, theirs: Watched): Promise<void> {
  if ((await ours.crowd.settle()).number === 0) throw new Error("no roll came");
  const told: Round[] = [];
  const broadcast: Round[] = [];
  // The first round warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    const ownRound = await run(ours);
    told.push(ownRound);
    ours.server.freeze();
    broadcast.push(await run(theirs, ownRound));
    ours.server.thaw();
    // What the hub does now after its freeze is not of the next round.
    await pause(1500);
  }
  const what = `${title}: CPU a message against a bare ws broadcast of the same bytes`;
  const flaw = findFlaw(told, broadcast);
  if (flaw) process.stdout.write(`${what}: VOID, for ${flaw}\n`);
  else printCosts(what, told.slice(1).map(toCostUs), broadcast.slice(1).map(toCostUs));
}

function printCosts(what: string, ours: readonly number[], theirs: readonly number[]): void {
  const ratios = ours.map((cost, round) => cost / (theirs[round] ?? Number.NaN));
  const costs = { ours: median(ours), theirs: median(theirs), ratio: median(ratios) };
  printRatio({ title: what, ...costs, unit: "µs", aim: 1.3 });
}

type Round = Counted & Spent;

const nothingSchema = z.object({});

/** With what was told before, it is told again. */
async function run({ server, crowd }: Watched, before?: Counted): Promise<Round> {
  crowd.begin(before?.from);
  await server.ask({ ask: "begin", ...(before && { frames: before.frames }) }, nothingSchema);
  await pause(roundMs);
  const spent = await server.ask({ ask: "end" }, spentSchema);
  return { ...(await crowd.settle()), ...spent };
}

function toCostUs({ cpuMs, messages }: Round): number {
  return (cpuMs * 1000) / messages;
}

/** Why the figures say nothing. */
function findFlaw(ours: readonly Round[], theirs: readonly Round[]): string | undefined {
  const sum = (all: readonly Round[], of: (round: Round) => number) =>
    all.reduce((total, round) => total + of(round), 0);
  const missed = sum([...ours, ...theirs], ({ incomplete }) => incomplete);
  if (missed > 0) return `changes were missed, by ${missed} sockets in all rounds`;
  if (sum(ours, ({ bytes }) => bytes) !== sum(theirs, ({ bytes }) => bytes)) {
    return "the bytes were not the same";
  }
  const [ticks, told] = [
    sum(ours, (round) => round.ticks),
    sum(ours, (round) => round.frames.length),
  ];
  // A machine that is busy with other things makes of two changes one.
  return told < ticks * 0.95 ? `of ${ticks} changes ${told} were told one by one` : undefined;
}
