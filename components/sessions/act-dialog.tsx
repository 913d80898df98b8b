import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Modal } from "@/components/ui/modal";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { ActFields } from "./act-fields";
import { actionLooks } from "./action-looks";
import { actionWords, consentTo, dialogWords, questionOf } from "./action-words";
import type { AskedAction } from "./asked-action";
import { AskedList } from "./asked-list";
import { ForceButton } from "./force-button";
import { LeftOut } from "./left-out";
import { isMessage } from "./message-field";
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
  const { act, isRunning, problem, unsettled } = useActing(screen, asked.offered);
  const titleId = useId();
  const [text, setText] = useState("");
  const [typed, setTyped] = useState("");
  const left = unsettled ?? asked.rows;
  const mustType = left.length > mostWithoutTyping && !unsettled ? left.length : null;
  const isTyped = mustType === null || typed.trim() === String(mustType);
  const isReady = isTyped && !isRunning && (action !== "sendMessage" || isMessage(text));
  const consent = unsettled ? sessionWords.tryAgain : consentTo(action, left.length);
  const users = left.map((row) => row.session.user);
  return (
    <Modal titleId={titleId} shape="dialog" isHeldOpen={isRunning} onClose={() => screen.ask(null)}>
      <form
        className="grid max-h-[calc(100dvh-2rem)] grid-rows-[auto_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void act(left, text);
        }}
      >
        <h2 id={titleId} className="wrap-anywhere px-6 pt-5 font-semibold text-base tracking-tight">
          {questionOf(action, kind, users)}
        </h2>
        <div className="grid gap-4 overflow-y-auto px-6 pt-2 pb-5">
          {problem && <FormProblem>{problem}</FormProblem>}
          <AskedList
            action={action}
            rows={left}
            asOf={screen.state.view.asOf}
            outcomes={screen.state.outcomes}
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
        </div>
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-page px-6 py-3.5">
          <Button onClick={() => screen.ask(null)} disabled={isRunning}>
            {unsettled ? dialogWords.close : dialogWords.cancel}
          </Button>
          {unsettled && <ForceButton screen={screen} rows={left} />}
          <Button type="submit" look={actionLooks[action].consent} aria-disabled={!isReady}>
            {isRunning ? actionWords[action].running : consent}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
