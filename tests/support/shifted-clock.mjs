// Loaded before the product. A file holds by how many milliseconds the clock on its wall is wrong, and
// how many have passed for it beside those that really have.
import { readFileSync } from "node:fs";

const RealDate = Date;
// biome-ignore lint/style/noProcessEnv: nothing else reaches it before the product does
const file = process.env.ROLLCALL_TEST_CLOCK;
const realNow = performance.now.bind(performance);
let [shiftMs, passedMs] = [0, 0];

setInterval(() => {
  [shiftMs = 0, passedMs = 0] = readFileSync(file, "utf8").split(" ").map(Number);
}, 20).unref();

performance.now = () => realNow() + passedMs;

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs + passedMs);
    else super(...given);
  }

  // Next copies what is the constructor's own, and nothing that it inherits.
  static parse = RealDate.parse;
  static UTC = RealDate.UTC;

  static now() {
    return RealDate.now() + shiftMs + passedMs;
  }
};
