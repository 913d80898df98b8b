// For what is loaded before the product, with its file in its own address: nothing else reaches it there.
import { readFileSync } from "node:fs";

const RealDate = Date;
export const realNow = Date.now;
export const realPassed = performance.now.bind(performance);

/** The numbers in the file that the address of a module names. */
export function readNumbers(address) {
  return readFileSync(new URL(address).searchParams.get("file"), "utf8").split(" ").map(Number);
}

/** From now on it is the time that `now` says. */
export function setDate(now) {
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }

    // Next copies what is the constructor's own, and nothing that it inherits.
    static parse = RealDate.parse;
    static UTC = RealDate.UTC;

    static now() {
      return now();
    }
  };
}
