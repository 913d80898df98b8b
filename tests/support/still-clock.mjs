// Loaded before the product, whose clocks stand at the moment that a file holds, in milliseconds since 1970.
import { readFileSync } from "node:fs";

const RealDate = Date;
// biome-ignore lint/style/noProcessEnv: nothing else reaches it before the product does
const file = process.env.ROLLCALL_TEST_MOMENT;
const realNow = performance.now.bind(performance);
const read = () => Number(readFileSync(file, "utf8"));
const begun = read();

// What waits until some time has passed on it gets there in the end, though a thousand times later.
performance.now = () => read() - begun + realNow() / 1000;

globalThis.Date = class StillDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(read());
    else super(...given);
  }

  // Next copies what is the constructor's own, and nothing that it inherits.
  static parse = RealDate.parse;
  static UTC = RealDate.UTC;

  static now() {
    return read();
  }
};
