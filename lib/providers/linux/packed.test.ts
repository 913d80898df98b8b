import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { shPart, shScript } from "@/lib/sessions/command";
import { createLocalTransport } from "@/lib/transports/local";
import { packedPart, unpack } from "./packed";

const transport = createLocalTransport();
afterAll(() => transport.close());

it("brings back every byte of an answer that is larger than a transport takes", async () => {
  const body = shPart`head -c 3000000 /dev/zero; printf "\\037\\213\\n"`;
  const command = shScript`${packedPart(body)}`;
  const { stdout } = await transport.run(command, AbortSignal.timeout(5000));
  expect(stdout.length).toBeLessThan(100_000);
  const whole = unpack(stdout);
  expect(whole.length).toBe(3_000_003);
  expect(whole.subarray(-3)).toEqual(Buffer.from([0x1f, 0x8b, 0x0a]));
});

it("takes an answer that came unpacked as it is", () => {
  expect(unpack(Buffer.from("rollcall-uptime 1.00\n")).toString()).toBe("rollcall-uptime 1.00");
});

it("says that an answer is damaged, or too large, instead of reading a part of it", () => {
  const packed = gzipSync("a".repeat(100_000));
  const answer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("\n")]);
  expect(() => unpack(answer(packed.subarray(0, 60)))).toThrow(
    "unreadable: the answer came damaged",
  );
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024), { level: 1 });
  expect(() => unpack(answer(bomb))).toThrow("too-large: the answer is larger than 64 MiB");
});
