import { posixSum } from "@/lib/providers/ftp/posix-sum";
import { type LinuxMachine, toTicks, userBytesOf } from "./linux-machine";

const line = /^set -- (\S+) (?:end|force) \S+((?: \d+)*)\n/;

/** Does what the script that ends sessions does, by its own comparison; undefined to any other script. */
export function answerEnding(machine: LinuxMachine, script: string): Buffer | undefined {
  const [, , given] = line.exec(script) ?? [];
  if (given === undefined) return undefined;
  const numbers = given.split(" ").filter(Boolean).map(Number);
  const said: string[] = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const [pid = 0, startTicks = 0, length = 0, sum = 0] = numbers.slice(at, at + 4);
    said.push(`${end(machine, { pid, startTicks, length, sum })} ${pid}\n`);
  }
  return Buffer.from(`${said.join("")}rollcall-end\n`);
}

interface Asked {
  readonly pid: number;
  readonly startTicks: number;
  /** Of the bytes that say whose session it is. */
  readonly length: number;
  readonly sum: number;
}

function end(machine: LinuxMachine, asked: Asked): "asked" | "gone" | "replaced" {
  const { life } = machine;
  const guest = life.guests.find(({ pid }) => pid === asked.pid);
  if (!guest) return "gone";
  const bytes = userBytesOf(machine, guest);
  const isSame =
    bytes.length === asked.length && (bytes.length === 0 || posixSum(bytes) === asked.sum);
  if (!isSame || toTicks(machine, guest.startedAtMs) !== asked.startTicks) return "replaced";
  life.end(guest);
  return "asked";
}
