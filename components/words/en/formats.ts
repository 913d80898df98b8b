import { createFormats } from "@/components/words/formats";

/** British, for a list of three has no comma before its "and" there. */
export const formats = createFormats({
  locale: "en-GB",
  more: (count) => `${count} more`,
  units: { seconds: "s", minutes: "min", hours: "h", days: "d" },
});
