import { memo } from "react";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { outcomeSentence } from "./outcome-sentence";
import type { ShownRow } from "./roll-view";
import { isSettled } from "./screen-state";
import type { Became } from "./use-acting";
import { mayComeBack, whatIsLost, whereFrom } from "./what-is-lost";

interface AskedRowProps {
  readonly action: SessionAction;
  readonly row: ShownRow<Session>;
  readonly asOf: Date;
  readonly became: Became;
  readonly isOnlyOne: boolean;
}

/** Drawn again only when something about it has changed: there may be a thousand. */
export const AskedRow = memo(function AskedRow(props: AskedRowProps) {
  const words = useWords();
  const { action, row, asOf, became, isOnlyOne } = props;
  const sayLoss = typeof became === "string" && (isOnlyOne || action !== "sendMessage");
  return (
    <li
      className={`grid gap-0.5 ${isOnlyOne ? "" : "py-2.5 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]"}`}
    >
      {!isOnlyOne && <Name user={row.session.user} />}
      <p className="wrap-anywhere text-[0.8125rem] text-muted">{whereFrom(words, row, asOf)}</p>
      {sayLoss && (
        <p className="wrap-anywhere text-[0.8125rem]">
          {whatIsLost(words, action, row.session)}{" "}
          {isOnlyOne && mayComeBack(words, action, row.session)}
        </p>
      )}
      <BecameLine action={action} became={became} />
    </li>
  );
});

function Name({ user }: { readonly user: string | null }) {
  const { sessionWords } = useWords();
  if (user === null) return <p className="font-medium">{sessionWords.unknownUser}</p>;
  return (
    <p className="wrap-anywhere font-medium">
      <bdi>{showControls(user)}</bdi>
    </p>
  );
}

interface BecameLineProps {
  readonly action: SessionAction;
  readonly became: Became;
}

function BecameLine({ action, became }: BecameLineProps) {
  const words = useWords();
  if (became === "untouched") return null;
  if (became === "running") {
    return <p className="text-[0.8125rem] text-muted">{words.actionWords[action].running}</p>;
  }
  const isCalm = became !== "unknown" && isSettled(became);
  const sentence =
    became === "unknown" ? words.dialogWords.unknown : outcomeSentence(words, action, became);
  return (
    <p
      className={`wrap-anywhere font-medium text-[0.8125rem] ${isCalm ? "text-muted-word" : "text-danger-word"}`}
    >
      {sentence}
    </p>
  );
}
