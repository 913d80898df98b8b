import { secondsBetween } from "@/components/format/seconds-between";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { Ago } from "./ago";
import { browserName } from "./browser-name";
import type { EndedView, OpenView } from "./my-sessions-view";
import { SessionLine } from "./session-line";
import { whySentence } from "./why-sentence";

interface OpenLineProps {
  readonly session: OpenView;
  readonly asOf: Date;
  readonly onEnd: () => void;
}

export function OpenLine({ session, asOf, onEnd }: OpenLineProps) {
  const words = useWords();
  const { mySessionWords } = words;
  const { isThis, startedAt, lastActiveAt } = session;
  const isActive = secondsBetween(lastActiveAt, asOf) < 60;
  return (
    <SessionLine
      session={session}
      chip={
        isThis && (
          <span className="rounded-md bg-accent-wash px-1.5 font-medium text-accent text-xs leading-5">
            {mySessionWords.thisOne}
          </span>
        )
      }
      times={
        <>
          <Since at={startedAt} asOf={asOf} />
          <span aria-hidden="true">·</span>
          <Ago
            at={lastActiveAt}
            asOf={asOf}
            before={mySessionWords.lastActive}
            say={isActive ? () => mySessionWords.activeNow : mySessionWords.active}
          />
        </>
      }
      button={
        !isThis && (
          <Button aria-label={mySessionWords.endOf(browserName(words, session))} onClick={onEnd}>
            {mySessionWords.end}
          </Button>
        )
      }
    />
  );
}

interface EndedLineProps {
  readonly session: EndedView;
  readonly asOf: Date;
}

export function EndedLine({ session, asOf }: EndedLineProps) {
  const words = useWords();
  const { mySessionWords } = words;
  const { startedAt, endedAt } = session;
  return (
    <SessionLine
      session={session}
      times={
        <>
          <span className="text-text">{whySentence(words, session)}</span>
          <Ago at={endedAt} asOf={asOf} before={mySessionWords.ended} say={mySessionWords.ago} />
          <span aria-hidden="true">·</span>
          <Since at={startedAt} asOf={asOf} />
        </>
      }
    />
  );
}

function Since({ at, asOf }: { readonly at: Date; readonly asOf: Date }) {
  const { mySessionWords } = useWords();
  return <Ago at={at} asOf={asOf} before={mySessionWords.signedIn} say={mySessionWords.since} />;
}
