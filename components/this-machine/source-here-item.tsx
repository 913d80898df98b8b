import { findingSentence } from "@/components/servers/finding-view";
import { SettingsText } from "@/components/servers/settings-text";
import { PrintedText } from "@/components/sessions/printed-text";
import { sourceTitle } from "@/components/sessions/source-title";
import { Switch } from "@/components/ui/switch";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { SourceHere } from "@/lib/sessions/here";
import { LimitsHere } from "./limits-here";

interface SourceHereItemProps {
  readonly server: string;
  readonly source: SourceHere;
  readonly onList: (isListed: boolean) => void;
}

/** What runs, whether it is listed, who is there now, and what Rollcall may not do there yet. */
export function SourceHereItem({ server, source, onList }: SourceHereItemProps) {
  const words = useWords();
  const { provider, title, version, settings, isListed, failure, limits } = source;
  return (
    <li className="grid gap-2.5 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Switch
          label={version ?? sourceTitle(words, provider, title)}
          isOn={isListed}
          onSwitch={onList}
        />
        <span className="text-[0.8125rem] text-muted">{noteOf(source, words)}</span>
      </div>
      <div className="grid min-w-0 gap-2.5 pl-11 text-[0.8125rem] empty:hidden max-sm:pl-0">
        <SettingsText settings={settings} />
        {failure && (
          <p className="wrap-anywhere text-danger-word">
            {findingSentence(words, server, provider, failure)}
          </p>
        )}
        {failure?.printed !== undefined && <PrintedText server={server} text={failure.printed} />}
        <LimitsHere provider={provider} limits={limits} />
      </div>
    </li>
  );
}

/** "2 sessions now, Rollcall may end them" */
function noteOf(
  { sessionCount, limits, isListed }: SourceHere,
  { limitWords, serverWords, thisMachineWords }: Words,
): string {
  if (sessionCount === null) return isListed ? "" : thisMachineWords.off;
  const mayEnd = !limits.some(({ code }) => code === "may-not-end");
  const right = mayEnd ? limitWords.mayEnd : limitWords.mayNotEnd;
  return `${serverWords.sessionsNow(sessionCount)}, ${isListed ? right : thisMachineWords.off}`;
}
