import { type DemoServer, type DemoTime, startFtpHost, startTerminalHost } from "./demo-host";
import { createRandom } from "./random";

export interface DemoFleet {
  readonly servers: readonly DemoServer[];
  /** Lets time pass up to this moment, a second at a time. */
  passTo(nowMs: number): Promise<void>;
  /** Keeps up with the clock of this machine from here on. */
  run(): void;
  stop(): Promise<void>;
}

/** Seconds from the start. */
interface DemoEvents {
  /** One server becomes silent for a while, again and again. */
  readonly silentAt: number;
  readonly silentFor: number;
  readonly silentEvery: number;
  /** Another one shows a new host key from here on. */
  readonly newKeyAt: number;
}

export interface DemoFleetOptions {
  /** The same seed and start make the same people do the same. */
  readonly seed?: number;
  readonly startAtMs?: number;
  readonly events?: DemoEvents;
}

const stepMs = 1000;
const usualEvents: DemoEvents = { silentAt: 120, silentFor: 60, silentEvery: 600, newKeyAt: 240 };

/** Simulated servers, each an SSH server on a free loopback port, with about 110 people on them. */
export async function startDemoFleet(options: DemoFleetOptions = {}): Promise<DemoFleet> {
  const { seed = 1, startAtMs = Date.now(), events = usualEvents } = options;
  const clock = { nowMs: startAtMs };
  const timeOf = (place: number): DemoTime => ({ random: createRandom(seed * 100 + place), clock });
  const [web, silent, london, berlin, renewed] = await Promise.all([
    startFtpHost("web-01", timeOf(1)),
    startFtpHost("ftp-02", timeOf(2)),
    startTerminalHost("ts-london", timeOf(3)),
    startTerminalHost("ts-berlin", timeOf(4)),
    startTerminalHost("ts-tokyo", timeOf(5)),
  ]);
  const hosts = [web, silent, london, berlin, renewed];
  let timer: NodeJS.Timeout | undefined;

  async function passTo(nowMs: number): Promise<void> {
    while (clock.nowMs + stepMs <= nowMs) {
      clock.nowMs += stepMs;
      for (const host of hosts) host.step(clock.nowMs);
      const seconds = Math.floor((clock.nowMs - startAtMs) / stepMs);
      silent.setFrozen(isSilent(seconds, events));
      if (seconds === events.newKeyAt) await renewed.changeHostKey();
    }
  }

  return {
    servers: hosts.map(({ server }) => server),
    passTo,
    run() {
      timer ??= setInterval(() => void passTo(Date.now()), stepMs);
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(hosts.map((host) => host.stop()));
    },
  };
}

function isSilent(seconds: number, { silentAt, silentFor, silentEvery }: DemoEvents): boolean {
  return seconds >= silentAt && (seconds - silentAt) % silentEvery < silentFor;
}
