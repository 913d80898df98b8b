import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { AskedAction } from "./asked-action";

type LeftOutProps = Pick<AskedAction<never>, "leftOut">;

/** Which of the chosen are not sent, and why. */
export function LeftOut({ leftOut }: LeftOutProps) {
  const words = useWords();
  const reasons = [...leftOut];
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, [, users]) => sum + users.length, 0);
  return (
    <div className="grid gap-1 rounded-lg bg-stale-wash px-3 py-2 text-[0.8125rem] text-stale-word">
      <p className="font-medium">{words.dialogWords.leftOut(count)}</p>
      <ul className="grid gap-0.5">
        {reasons.map(([why, users]) => (
          <li key={why} className="wrap-anywhere">
            <bdi>{namesOf(words, users)}</bdi>: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

function namesOf({ sessionWords, formats }: Words, users: readonly (string | null)[]): string {
  return formats.listNames(
    users.map((user) => (user === null ? sessionWords.unknownUser : showControls(user))),
  );
}
