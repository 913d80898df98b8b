import { type Live, LiveContext } from "@/components/live/use-live";
import { FtpSessionsScreen } from "@/components/sessions/ftp-sessions-screen";
import { plainLayout } from "@/components/sessions/layout";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { ToolsProvider } from "@/components/tools/tools-provider";
import { EnglishWords } from "@/components/words/english-words";
import type { RollPart } from "@/lib/sessions/live-message";

const actions: readonly OfferedAction[] = [
  { action: "remove", act: neverAsked },
  { action: "forceRemove", act: neverAsked },
];

interface ScreenProps {
  readonly first: RollPart;
  readonly live: Live;
}

/** The real screen. */
export function BenchScreen({ first, live }: ScreenProps) {
  return (
    <EnglishWords>
      <ToolsProvider first={[]}>
        <LiveContext value={live}>
          <FtpSessionsScreen
            sight="everything"
            first={first}
            ownSessionId="none"
            look={neverAsked}
            refresh={neverAsked}
            layout={plainLayout}
            lookCloser={neverAsked}
            actions={actions}
            clearLeftovers={neverAsked}
          />
        </LiveContext>
      </ToolsProvider>
    </EnglishWords>
  );
}

async function neverAsked(): Promise<never> {
  throw new Error("nobody has asked for it");
}
