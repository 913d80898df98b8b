import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";
import type { SessionDetail } from "@/lib/sessions/session-detail";
import { DetailOthers, DetailSection } from "./detail-others";
import { doubtSentences } from "./doubt-sentences";
import { pastActSentence } from "./past-act-sentence";
import type { LookedDetail } from "./use-detail";

interface DetailKnownProps {
  readonly looked: LookedDetail;
  readonly asOf: Date;
}

/** What is known of the session besides its own row. */
export function DetailKnown({ looked, asOf }: DetailKnownProps) {
  const { detail, isFailed, askAgain } = looked;
  return (
    <>
      {isFailed && <Failed onAgain={askAgain} />}
      {detail && <Known detail={detail} asOf={asOf} />}
      {!detail && !isFailed && <Loading />}
    </>
  );
}

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const { detailWords, sessionWords } = useWords();
  return (
    <div className="grid justify-items-start gap-2 rounded-lg bg-danger-wash px-3 py-2.5 text-[0.8125rem] text-danger-word">
      <p className="flex items-start gap-2">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {detailWords.failed}
      </p>
      <Button onClick={onAgain}>{sessionWords.tryAgain}</Button>
    </div>
  );
}

function Loading() {
  const { detailWords } = useWords();
  return (
    <div className="grid gap-3 border-line border-t pt-4">
      <span className="sr-only">{detailWords.loading}</span>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}

interface KnownProps {
  readonly detail: SessionDetail;
  readonly asOf: Date;
}

function Known({ detail, asOf }: KnownProps) {
  const words = useWords();
  const { detailWords } = words;
  const { acts, ofUser, ofAddress, doubtful } = detail;
  const isAddressDoubtful = doubtful.filter(({ why }) => why !== "unnamed");
  return (
    <>
      {ofUser && (
        <DetailOthers
          lead={detailWords.othersOf}
          others={ofUser}
          doubts={doubtSentences(words, doubtful)}
          toNote={({ remoteAddress }) => remoteAddress}
          asOf={asOf}
        />
      )}
      {ofAddress && (
        <DetailOthers
          lead={detailWords.othersFrom}
          others={ofAddress}
          doubts={doubtSentences(words, isAddressDoubtful)}
          toNote={({ user }) => user}
          asOf={asOf}
        />
      )}
      <DetailSection title={detailWords.acts}>
        {acts.length === 0 && <p className="text-muted">{detailWords.noActs}</p>}
        {acts.toReversed().map((act) => (
          <p key={JSON.stringify([act.at, act.operator, act.action])} className="wrap-anywhere">
            {pastActSentence(words, act, asOf)}
          </p>
        ))}
      </DetailSection>
    </>
  );
}
