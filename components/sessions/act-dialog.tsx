import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { isMessage } from "@/lib/sessions/message-text";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { ActFields } from "./act-fields";
import { actionLooks } from "./action-looks";
import { actionWords, consentTo, dialogWords, questionOf } from "./action-words";
import type { AskedAction } from "./asked-action";
import { AskedList } from "./asked-list";
import { ForceButton } from "./force-button";
import { LeftOut } from "./left-out";
import { sessionWords } from "./session-words";
import { useActing } from "./use-acting";
import type { Screen } from "./use-screen";

/** From this many on, a click is not enough. */
const mostWithoutTyping = 20;

interface ActDialogProps<Kind extends Session> {
  readonly kind: SessionKind;
  readonly screen: Screen<Kind>;
  readonly asked: AskedAction<Kind>;
}

export function ActDialog<Kind extends Session>({ kind, screen, asked }: ActDialogProps<Kind>) {
  const { action } = asked.offered;
  const { act, became, progress, problem, unsettled } = useActing(screen, asked.offered);
  const [text, setText] = useState("");
  const [typed, setTyped] = useState("");
  const isRunning = progress !== null;
  const left = unsettled ?? asked.rows;
  const mustType = left.length > mostWithoutTyping && !unsettled ? left.length : null;
  const isTyped = mustType === null || typed.trim() === String(mustType);
  const isReady = isTyped && !isRunning && (action !== "sendMessage" || isMessage(text));
  const consent = unsettled ? sessionWords.tryAgain : consentTo(action, left.length);
  const users = left.map((row) => row.session.user);
  const close = () => screen.ask(null);
  return (
    <Dialog
      title={questionOf(action, kind, users)}
      isHeldOpen={isRunning}
      onClose={close}
      onSubmit={() => {
        if (isReady) void act(left, text);
      }}
      buttons={
        <>
          <Button onClick={close} disabled={isRunning}>
            {unsettled ? dialogWords.close : dialogWords.cancel}
          </Button>
          {unsettled && <ForceButton screen={screen} rows={left} />}
          <Button type="submit" look={actionLooks[action].consent} aria-disabled={!isReady}>
            {isRunning ? actionWords[action].running : consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {progress && progress.all > 1 && (
        <p className="tabular-nums">{dialogWords.progress(progress.known, progress.all)}</p>
      )}
      <AskedList
        action={action}
        rows={withFirst(left, asked.rows)}
        asOf={screen.now}
        became={became}
      />
      <LeftOut leftOut={asked.leftOut} />
      <ActFields
        action={action}
        text={text}
        onText={setText}
        mustType={mustType}
        typed={typed}
        onTyped={setTyped}
      />
    </Dialog>
  );
}

/** What is still to be done stands above what is settled. */
function withFirst<Row>(first: readonly Row[], all: readonly Row[]): readonly Row[] {
  return [...new Set([...first, ...all])];
}
