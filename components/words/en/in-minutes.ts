import { formats } from "./formats";

/** "in a minute", "in 5 minutes". */
export function inMinutes(minutes: number): string {
  return `in ${formats.formFor(minutes, "a minute", `${formats.formatCount(minutes)} minutes`)}`;
}
