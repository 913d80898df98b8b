import { createFormats } from "@/components/words/formats";

export const formats = createFormats({
  locale: "de",
  more: (count) => `${count} weitere`,
  units: { seconds: "s", minutes: "min", hours: "h", days: "d" },
});
