import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface CutNetwork {
  /** Of the machine at the other end. */
  readonly address: string;
  /** What to start here so that it runs at the other end. */
  enter(program: string, args: readonly string[]): readonly [string, readonly string[]];
  /** No packet passes any more, and nobody is told. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  stop(): Promise<void>;
}

/** Another machine's network, at the end of a cable of its own. Root only. */
export async function startCutNetwork(): Promise<CutNetwork> {
  const name = `rollcall-${process.pid}`;
  const [near, far] = [`rc${process.pid}a`, `rc${process.pid}b`];
  // RFC 2544 keeps these addresses for tests of networks.
  const network = `198.18.${process.pid % 250}`;
  const ip = (...args: readonly string[]) => run("ip", args);
  const ipAtTheEnd = (...args: readonly string[]) => ip("-n", name, ...args);

  await ip("netns", "add", name);
  try {
    await ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name);
    await ip("address", "add", `${network}.1/30`, "dev", near);
    await ipAtTheEnd("address", "add", `${network}.2/30`, "dev", far);
    await ip("link", "set", near, "up");
    await ipAtTheEnd("link", "set", far, "up");
  } catch (error) {
    await ip("netns", "delete", name);
    throw error;
  }
  return {
    address: `${network}.2`,
    enter: (program, args) => ["ip", ["netns", "exec", name, program, ...args]],
    async cut() {
      await ipAtTheEnd("link", "set", far, "down");
    },
    async mend() {
      await ipAtTheEnd("link", "set", far, "up");
    },
    async stop() {
      // The namespace itself takes its time to go, and its end of the cable with it.
      await ip("link", "delete", near);
      await ip("netns", "delete", name);
    },
  };
}
