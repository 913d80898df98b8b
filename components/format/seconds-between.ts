/** Whole seconds from one moment to a later one. Two clocks may disagree, time does not run backwards. */
export function secondsBetween(earlier: Date, later: Date): number {
  return Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / 1000));
}
