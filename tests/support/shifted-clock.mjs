// Loaded before the product. A file holds by how many milliseconds the clock on its wall is wrong, and
// how many have passed for it beside those that really have.
import { readNumbers, realNow, realPassed, setDate } from "./test-clock.mjs";

let [shiftMs, passedMs] = [0, 0];

setInterval(() => {
  [shiftMs = 0, passedMs = 0] = readNumbers(import.meta.url);
}, 20).unref();

performance.now = () => realPassed() + passedMs;
setDate(() => realNow() + shiftMs + passedMs);
