/** Runs one at a time, and once more for all who call meanwhile. Of failures in a row the first is reported. */
export function oneAtATime(
  run: () => Promise<void>,
  reportBug: (error: unknown) => void,
): () => void {
  let isRunning = false;
  let isWanted = false;
  let isFailing = false;

  const begin = async () => {
    isRunning = true;
    isWanted = false;
    try {
      await run();
      isFailing = false;
    } catch (error) {
      if (!isFailing) reportBug(error);
      isFailing = true;
    }
    isRunning = false;
    if (isWanted) void begin();
  };
  return () => {
    if (isRunning) isWanted = true;
    else void begin();
  };
}
