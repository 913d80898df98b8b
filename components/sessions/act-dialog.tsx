import { useState } from "react";
import { showControls } from "@/components/format/show-controls";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { isMessage } from "@/lib/sessions/message-text";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { ActFields } from "./act-fields";
import { actionLooks } from "./action-looks";
import type { AskedAction } from "./asked-action";
import { AskedList } from "./asked-list";
import { ForceButton } from "./force-button";
import { LeftOut } from "./left-out";
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
  const { frameWords, actionWords, dialogWords, sessionWords } = useWords();
  const { action } = asked.offered;
  const { act, became, progress, problem, unsettled } = useActing(screen, asked.offered);
  const [text, setText] = useState("");
  const [typed, setTyped] = useState("");
  const isRunning = progress !== null;
  const left = unsettled ?? asked.rows;
  const mustType = left.length > mostWithoutTyping && !unsettled ? left.length : null;
  const isTyped = mustType === null || typed.trim() === String(mustType);
  const isReady = isTyped && !isRunning && (action !== "sendMessage" || isMessage(text));
  const consent = unsettled ? sessionWords.tryAgain : dialogWords.consent(action, left.length);
  const user = left.length === 1 ? left[0]?.session.user : null;
  const close = () => screen.ask(null);
  return (
    <Dialog
      title={dialogWords.question(action, kind, left.length, user ? showControls(user) : null)}
      isHeldOpen={isRunning}
      onClose={close}
      onSubmit={() => {
        if (isReady) void act(left, text);
      }}
      buttons={
        <>
          <Button onClick={close} disabled={isRunning}>
            {unsettled ? dialogWords.close : frameWords.cancel}
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
