import { secondStepWords } from "./second-step-words";

/** For who is somebody else, or came here by mistake. */
export function StartAgain({ startAgain }: { readonly startAgain: () => Promise<void> }) {
  return (
    <form action={startAgain} className="text-center">
      <button type="submit" className="rounded font-medium text-[0.8125rem] text-accent underline">
        {secondStepWords.startAgain}
      </button>
    </form>
  );
}
