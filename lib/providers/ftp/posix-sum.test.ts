import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { posixSum } from "./posix-sum";

it("is the sum that cksum prints, for strings of any length and of every byte", () => {
  for (let length = 0; length <= 300; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (length * 7 + index * 11) % 256);
    const [sum] = execFileSync("cksum", { input: bytes, encoding: "latin1" }).split(" ");
    expect(posixSum(bytes), `${length} bytes`).toBe(Number(sum));
  }
});
