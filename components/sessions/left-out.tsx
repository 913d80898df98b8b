import { showControls } from "@/components/format/show-controls";
import { listNames } from "@/components/words";
import { dialogWords } from "./action-words";
import type { AskedAction } from "./asked-action";
import { sessionWords } from "./session-words";

type LeftOutProps = Pick<AskedAction<never>, "leftOut">;

/** Which of the chosen are not sent, and why. */
export function LeftOut({ leftOut }: LeftOutProps) {
  const reasons = [...leftOut];
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, [, users]) => sum + users.length, 0);
  return (
    <div className="grid gap-1 rounded-lg bg-stale-wash px-3 py-2 text-[0.8125rem] text-stale-word">
      <p className="font-medium">{dialogWords.leftOut(count)}</p>
      <ul className="grid gap-0.5">
        {reasons.map(([why, users]) => (
          <li key={why} className="wrap-anywhere">
            <bdi>{namesOf(users)}</bdi>: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

function namesOf(users: readonly (string | null)[]): string {
  return listNames(
    users.map((user) => (user === null ? sessionWords.unknownUser : showControls(user))),
  );
}
