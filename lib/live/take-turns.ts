/** What is given to it runs once, after others had their turn. One timer for all. */
export function takeTurns(): (run: () => void) => void {
  let waiting = new Set<() => void>();
  const runAll = () => {
    const due = waiting;
    waiting = new Set();
    for (const run of due) run();
  };
  return (run) => {
    if (waiting.size === 0) setImmediate(runAll);
    waiting.add(run);
  };
}
