import { Clock, Globe, SearchX, ServerCog, ServerOff, UserCheck } from "lucide-react";
import { secondsBetween } from "@/components/format/seconds-between";
import { toolLooks } from "@/components/tools/tool-looks";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { focusContent } from "@/components/ui/focus-content";
import { FullNote } from "@/components/ui/full-note";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { isFinding } from "./arrangement";
import { checkedText, oldestAnswer } from "./checked-ago";
import { TroubleList } from "./source-troubles";
import type { Screen } from "./use-screen";

interface NoRowsProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
}

/** Stands where the table would, and says why there are no rows. No two reasons look alike. */
export function NoRows<Kind extends Session>(props: NoRowsProps<Kind>) {
  return (
    <div className="rounded-xl border border-line bg-card shadow-xs">
      <Reason {...props} />
    </div>
  );
}

function Reason<Kind extends Session>({ screen }: NoRowsProps<Kind>) {
  const { sources, rows } = screen.roll;
  if (screen.sight === "noDomains") return <NoDomains />;
  if (sources.length === 0) return <NoSource screen={screen} />;
  if (isFinding(screen.arrangement) && rows.length > 0) return <NoMatch screen={screen} />;
  if (sources.some((source) => source.failure !== null)) {
    return <NotKnown screen={screen} />;
  }
  return <Nobody screen={screen} />;
}

function NoDomains() {
  const { ownFtpWords } = useWords();
  return (
    <FullNote icon={Globe} tone="calm" title={ownFtpWords.noDomainsTitle}>
      <p className="text-muted">{ownFtpWords.noDomainsBody}</p>
    </FullNote>
  );
}

/** For rollcall.yaml; what is not here, the Servers page does. */
const examples: Partial<Record<SessionKind, string>> = {
  panel: "servers:\n  - name: this-server\n    via: local\n    sources:\n      - provider: panel",
};

function NoSource<Kind extends Session>({ screen }: NoRowsProps<Kind>) {
  const { kindWords, ownFtpWords } = useWords();
  const { noSourceTitle, noSourceBody } = kindWords[screen.kind];
  const example = examples[screen.kind];
  if (screen.sight !== "everything") {
    return (
      <FullNote icon={ServerCog} tone="muted" title={noSourceTitle}>
        <p className="text-muted">{ownFtpWords.noSourceBody}</p>
      </FullNote>
    );
  }
  return (
    <FullNote icon={ServerCog} tone="muted" title={noSourceTitle}>
      <p className="text-muted">{noSourceBody}</p>
      {example === undefined ? <WaysToSource screen={screen} /> : <Code text={example} />}
    </FullNote>
  );
}

function WaysToSource<Kind extends Session>({ screen }: NoRowsProps<Kind>) {
  const { stateWords, thisMachineWords } = useWords();
  const mayAct = screen.actions.length > 0;
  if (!mayAct) return <p className="text-muted">{stateWords.askForServer}</p>;
  return (
    <div className="flex flex-wrap justify-center gap-3">
      <ButtonLink href={`${toolLooks.servers.href}?add`}>{stateWords.addServer}</ButtonLink>
      <ButtonLink href="/tools-settings/this-machine" look="plain">
        {thisMachineWords.title}
      </ButtonLink>
    </div>
  );
}

function Code({ text }: { readonly text: string }) {
  return (
    <pre className="w-full whitespace-pre-wrap break-words rounded-lg border border-line bg-page px-3.5 py-3 text-left font-mono text-xs leading-relaxed">
      {text}
    </pre>
  );
}

function NoMatch<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { sessionWords, stateWords } = useWords();
  return (
    <FullNote
      icon={SearchX}
      tone="muted"
      title={stateWords.noMatch(screen.arrangement.search.trim())}
    >
      <Button
        onClick={() => {
          screen.arrange({ search: "", filters: {} });
          focusContent();
        }}
      >
        {sessionWords.clearFilters}
      </Button>
    </FullNote>
  );
}

/** Some or all sources gave no answer: nobody may say that nobody is there. */
function NotKnown<Kind extends Session>({ screen }: NoRowsProps<Kind>) {
  const words = useWords();
  const { stateWords } = words;
  const { sources, asOf } = screen.roll;
  const troubled = sources.filter((source) => source.failure !== null);
  const isSilent = troubled.some((source) => source.state === "silent");
  const isAnyAnswered = troubled.length < sources.length;
  return (
    <FullNote
      icon={isSilent ? ServerOff : Clock}
      tone={isSilent ? "danger" : "stale"}
      title={isAnyAnswered ? stateWords.partlyKnown : stateWords.notKnown}
    >
      {isAnyAnswered && <p className="text-muted">{emptyWordsOf(words, screen).emptyHere}</p>}
      <TroubleList sources={troubled} asOf={asOf} hasServers={screen.sight === "everything"} />
      <HiddenServices screen={screen} />
    </FullNote>
  );
}

function Nobody<Kind extends Session>({ screen }: NoRowsProps<Kind>) {
  const words = useWords();
  const { sources, asOf } = screen.roll;
  const checkedAt = oldestAnswer(sources) ?? asOf;
  return (
    <FullNote icon={UserCheck} tone="calm" title={emptyWordsOf(words, screen).empty}>
      <p className="text-muted">{checkedText(words, secondsBetween(checkedAt, asOf))}.</p>
      <HiddenServices screen={screen} />
    </FullNote>
  );
}

function emptyWordsOf<Kind extends Session>(
  { kindWords, ownFtpWords }: Words,
  { kind, sight }: Screen<Kind>,
) {
  return sight === "everything" ? kindWords[kind] : ownFtpWords;
}

function HiddenServices<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { stateWords } = useWords();
  if (screen.serviceCount === 0 || screen.arrangement.hasServices) return null;
  return <p className="text-muted">{stateWords.onlyServices(screen.serviceCount)}</p>;
}
