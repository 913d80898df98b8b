import { Clock, ServerOff } from "lucide-react";
import Link from "next/link";
import { secondsBetween } from "@/components/format/seconds-between";
import { toolLooks } from "@/components/tools/tool-looks";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/sessions/source-error";
import { failureOnPage } from "./failure-sentence";
import { PrintedText } from "./printed-text";
import type { SourceView } from "./roll-view";
import { serverName } from "./server-name";

interface SourceTroublesProps {
  readonly sources: readonly SourceView[];
  readonly asOf: Date;
  /** Whether there is a page of servers for who looks. */
  readonly hasServers: boolean;
  /** Without rows the troubles stand in the middle of the page instead. */
  readonly hasRows: boolean;
}

const mostUnfolded = 3;

/** Which servers do not answer, and since when: amber where old rows are shown, red where none can be. */
export function SourceTroubles({ hasRows, ...props }: SourceTroublesProps) {
  const { stateWords } = useWords();
  const troubled = props.sources.filter((source) => source.failure !== null);
  if (troubled.length === 0 || !hasRows) return null;
  const list = <TroubleList {...props} sources={troubled} />;
  if (troubled.length <= mostUnfolded) return list;
  return (
    <details className="grid gap-2">
      <summary className="rounded-lg bg-danger-wash px-3 py-2 font-medium text-[0.8125rem] text-danger-word">
        {stateWords.troubles(troubled.length)}
      </summary>
      <div className="pt-2">{list}</div>
    </details>
  );
}

type TroubleListProps = Omit<SourceTroublesProps, "hasRows">;

export function TroubleList({ sources, ...props }: TroubleListProps) {
  return (
    <ul className="grid gap-1.5 text-left text-[0.8125rem]">
      {sources.map((source) => (
        <li key={source.id}>
          <Trouble source={source} {...props} />
        </li>
      ))}
    </ul>
  );
}

interface TroubleProps extends Omit<TroubleListProps, "sources"> {
  readonly source: SourceView;
}

function Trouble({ source, asOf, hasServers }: TroubleProps) {
  const words = useWords();
  const { answeredAt, server, failure, printed } = source;
  const Icon = answeredAt ? Clock : ServerOff;
  const colours = answeredAt ? "bg-stale-wash text-stale-word" : "bg-danger-wash text-danger-word";
  return (
    <div className={`flex items-start gap-2 wrap-anywhere rounded-lg px-3 py-2 ${colours}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p>
          {answeredAt && (
            <strong className="font-semibold">
              {words.sessionWords.lastAnswered(
                serverName(words, server),
                words.formats.formatElapsed(secondsBetween(answeredAt, asOf)),
              )}{" "}
            </strong>
          )}
          {failure && failureOnPage(words, source, failure)}
          {hasServers && failure && (
            <>
              {" "}
              <Link href={toServerHref(server, failure)} className="font-semibold underline">
                {words.stateWords.review(server)}
              </Link>
            </>
          )}
        </p>
        {printed !== null && <PrintedText server={server} text={printed} />}
      </div>
    </div>
  );
}

/** Where the server is mended: in its dialog, which shows the new host key, or in its row. */
function toServerHref(server: string, { code }: Failure): string {
  const query = new URLSearchParams({ [code === "not-trusted" ? "edit" : "show"]: server });
  return `${toolLooks.servers.href}?${query}`;
}
