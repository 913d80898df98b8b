import { describe, expect, it } from "vitest";
import { parseUtmp } from "./parse-utmp";

interface Fields {
  readonly type?: number;
  readonly pid?: number;
  readonly line?: string;
  readonly user?: string | Buffer;
  readonly host?: string;
  readonly seconds?: number;
  readonly address?: readonly number[];
}

/** As <utmp.h> lays it out on x86-64, written by its offsets. */
function record(fields: Fields = {}): Buffer {
  const bytes = Buffer.alloc(384);
  bytes.writeInt16LE(fields.type ?? 7, 0);
  bytes.writeInt32LE(fields.pid ?? 391, 4);
  Buffer.from(fields.line ?? "pts/0").copy(bytes, 8, 0, 32);
  Buffer.from(fields.user ?? "anna").copy(bytes, 44, 0, 32);
  Buffer.from(fields.host ?? "").copy(bytes, 76, 0, 256);
  bytes.writeInt32LE(fields.seconds ?? 1_795_486_811, 340);
  bytes.writeInt32LE(250_000, 344);
  Buffer.from(fields.address ?? []).copy(bytes, 348);
  return bytes;
}

describe("utmp", () => {
  it("gives people, not boots, gettys and those who have left", () => {
    const others = [0, 1, 2, 5, 6, 8, 9].map((type) => record({ type }));
    const bytes = Buffer.concat([...others, record({ host: "203.0.113.7" })]);
    expect(parseUtmp(bytes, "x86_64")).toEqual([
      {
        pid: 391,
        line: "pts/0",
        user: "anna",
        host: "203.0.113.7",
        address: null,
        loggedInAtMs: 1_795_486_811_250,
      },
    ]);
  });

  it("reads both kinds of address", () => {
    const v6 = [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
    const mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 203, 0, 113, 7];
    const all = [[203, 0, 113, 7], v6, mapped].map((address) => record({ address }));
    const found = parseUtmp(Buffer.concat(all), "x86_64").map(({ address }) => address);
    expect(found).toEqual(["203.0.113.7", "2001:db8::7", "203.0.113.7"]);
  });

  it("keeps names that fill their field and names that are no UTF-8", () => {
    const long = "u".repeat(32);
    const bytes = Buffer.concat([record({ user: long }), record({ user: Buffer.from([0xff]) })]);
    expect(parseUtmp(bytes, "x86_64").map(({ user }) => user)).toEqual([long, "\ufffd"]);
  });

  it("knows the longer records of 64-bit ARM", () => {
    const bytes = Buffer.alloc(400);
    record().copy(bytes, 0, 0, 336);
    bytes.writeBigInt64LE(1_795_486_811n, 344);
    Buffer.from([203, 0, 113, 7]).copy(bytes, 360);
    expect(parseUtmp(bytes, "aarch64")).toMatchObject([
      { user: "anna", address: "203.0.113.7", loggedInAtMs: 1_795_486_811_000 },
    ]);
  });

  it("cut after any byte is never a shorter list that looks whole", () => {
    const whole = Buffer.concat([record(), record({ pid: 392 })]);
    for (let length = 1; length < whole.length; length += 1) {
      const read = () => parseUtmp(whole.subarray(0, length), "x86_64");
      if (length === 384) expect(read()).toHaveLength(1);
      else expect(read).toThrow("in the middle of a record");
    }
  });

  it("of a machine whose records are not known is not guessed", () => {
    expect(() => parseUtmp(record(), "s390x")).toThrow("s390x");
  });

  it("of 10,000 people loses none", () => {
    const all = Array.from({ length: 10_000 }, (_, index) => record({ pid: index + 2 }));
    const pids = parseUtmp(Buffer.concat(all), "x86_64").map(({ pid }) => pid);
    expect(new Set(pids).size).toBe(10_000);
  });
});
