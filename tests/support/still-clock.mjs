// Loaded before the product, whose clocks stand at the moment that a file holds, in milliseconds since 1970.
import { readNumbers, realPassed, setDate } from "./test-clock.mjs";

const read = () => readNumbers(import.meta.url)[0];
const begun = read();

// What waits until some time has passed on it gets there in the end, though a thousand times later.
performance.now = () => read() - begun + realPassed() / 1000;
setDate(read);
