"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Modal } from "@/components/ui/modal";
import { FindingView } from "./finding-view";
import { noProblems } from "./form-problems";
import type { ServerActions } from "./server-actions";
import { ServerFields } from "./server-fields";
import type { ServerView } from "./server-view";
import { formWords, serverWords } from "./server-words";
import { SourcesChoice } from "./sources-choice";
import { useServerForm } from "./use-server-form";

interface ServerDialogProps {
  /** Null to add one. */
  readonly server: ServerView | null;
  readonly actions: ServerActions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function ServerDialog({ server, actions, onClose, onDone }: ServerDialogProps) {
  const editor = useServerForm({ server, actions, onDone });
  const { form, finding, problems, running, change } = editor;
  const titleId = useId();
  const element = useRef<HTMLFormElement>(null);
  const isFound = finding?.status === "found";
  // A stored server whose key is known needs no look before its name is changed.
  const isKnown = server !== null && (form.way === "local" || form.hostKey !== null);
  const isReady = isFound || (isKnown && finding === null);

  useEffect(() => {
    if (problems === noProblems) return;
    const wrong = element.current?.querySelector("[aria-invalid], [role=alert]");
    wrong?.scrollIntoView({ block: "nearest" });
    if (wrong instanceof HTMLElement) wrong.focus();
  }, [problems]);

  return (
    <Modal titleId={titleId} shape="dialog" isHeldOpen={running === "save"} onClose={onClose}>
      <form
        ref={element}
        noValidate
        autoComplete="off"
        className="grid max-h-[calc(100dvh-2rem)] grid-rows-[auto_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter does what comes next.
          if (running === null) void (isReady ? editor.save() : editor.findOut());
        }}
      >
        <h2 id={titleId} className="wrap-anywhere px-6 pt-5 font-semibold text-base tracking-tight">
          {server ? formWords.editTitle(server.name) : formWords.addTitle}
        </h2>
        <div className="grid content-start gap-4 overflow-y-auto px-6 pt-3 pb-5">
          {problems.others.map((problem) => (
            <FormProblem key={problem}>{problem}</FormProblem>
          ))}
          <ServerFields form={form} change={change} problems={problems.fields} />
          <FindingView
            server={form.name}
            finding={finding}
            isAsking={running === "findOut"}
            onAccept={(hostKey) => void editor.accept(hostKey)}
          />
          <SourcesChoice
            sources={form.sources}
            server={form.name}
            wasLookedFor={isFound}
            problem={problems.fields.sources}
            onChange={(sources) => change({ sources })}
          />
        </div>
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-page px-6 py-3.5">
          <Button onClick={onClose} disabled={running === "save"}>
            {serverWords.cancel}
          </Button>
          <Button
            look={isReady || finding?.status === "not-trusted" ? "plain" : "accent"}
            aria-disabled={running !== null}
            onClick={() => {
              if (running === null) void editor.findOut();
            }}
          >
            {formWords.findOut}
          </Button>
          <Button
            look={isReady ? "accent" : "plain"}
            aria-disabled={running !== null}
            onClick={() => {
              if (running === null) void editor.save();
            }}
          >
            {running === "save" ? formWords.saving : formWords.save}
          </Button>
        </footer>
        {/* A form without a submit button ignores Enter. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
