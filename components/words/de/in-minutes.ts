import { formats } from "./formats";

/** "in einer Minute", "in 5 Minuten". */
export function inMinutes(minutes: number): string {
  return `in ${formats.formFor(minutes, "einer Minute", `${formats.formatCount(minutes)} Minuten`)}`;
}
