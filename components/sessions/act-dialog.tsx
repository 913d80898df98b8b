import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Modal } from "@/components/ui/modal";
import { TextField } from "@/components/ui/text-field";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { actionWords, consentTo, dialogWords, questionOf } from "./action-words";
import { AskedList } from "./asked-list";
import { ForceButton } from "./force-button";
import { sessionWords } from "./session-words";
import { useActing } from "./use-acting";
import type { AskedAction, Screen } from "./use-screen";

/** From this many on, a click is not enough. */
const mostWithoutTyping = 20;

interface ActDialogProps<Kind extends Session> {
  readonly kind: SessionKind;
  readonly screen: Screen<Kind>;
  readonly asked: AskedAction<Kind>;
}

export function ActDialog<Kind extends Session>({ kind, screen, asked }: ActDialogProps<Kind>) {
  const { offered, rows } = asked;
  const acting = useActing(screen, offered);
  const titleId = useId();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const left = acting.unsettled ?? rows;
  const mustType = left.length > mostWithoutTyping && !acting.unsettled;
  const isSure = !mustType || typed.trim() === String(left.length);
  const consent = acting.unsettled ? sessionWords.tryAgain : consentTo(offered.action, left.length);
  return (
    <Modal
      titleId={titleId}
      shape="dialog"
      isHeldOpen={acting.isRunning}
      onClose={() => screen.ask(null)}
    >
      <form
        className="grid max-h-[calc(100dvh-2rem)] grid-rows-[auto_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure && !acting.isRunning) void acting.act(left, reason);
        }}
      >
        <h2 id={titleId} className="wrap-anywhere px-6 pt-5 font-semibold text-base tracking-tight">
          {questionOf(
            offered.action,
            kind,
            left.map((row) => row.session.user),
          )}
        </h2>
        <div className="grid gap-4 overflow-y-auto px-6 pt-2 pb-5">
          {acting.problem && <FormProblem>{acting.problem}</FormProblem>}
          <AskedList
            action={offered.action}
            rows={left}
            asOf={screen.state.view.asOf}
            outcomes={screen.state.outcomes}
          />
          <TextField
            label={dialogWords.reason}
            note={dialogWords.reasonNote}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={500}
            autoComplete="off"
          />
          {mustType && (
            <TextField
              label={dialogWords.typeNumber(left.length)}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </div>
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-page px-6 py-3.5">
          <Button onClick={() => screen.ask(null)} disabled={acting.isRunning}>
            {acting.unsettled ? dialogWords.close : dialogWords.cancel}
          </Button>
          {acting.unsettled && <ForceButton screen={screen} rows={left} />}
          <Button
            type="submit"
            look={offered.action === "disconnect" ? "accent" : "danger"}
            aria-disabled={!isSure || acting.isRunning}
          >
            {acting.isRunning ? actionWords[offered.action].running : consent}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
