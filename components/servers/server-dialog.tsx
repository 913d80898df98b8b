"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { FindingView } from "./finding-view";
import { noProblems } from "./form-problems";
import type { ServerActions } from "./server-actions";
import { ServerFields } from "./server-fields";
import { isUntrusted } from "./server-health";
import type { ServerView } from "./server-view";
import { SourcesChoice } from "./sources-choice";
import { useFirstLook } from "./use-first-look";
import { useServerForm } from "./use-server-form";

interface ServerDialogProps {
  /** Null to add one. */
  readonly server: ServerView | null;
  readonly actions: ServerActions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function ServerDialog({ server, actions, onClose, onDone }: ServerDialogProps) {
  const { serverFormWords } = useWords();
  const editor = useServerForm({ server, actions, onDone });
  const { form, finding, problems, running, change } = editor;
  useFirstLook(server !== null && isUntrusted(server), editor.findOut);
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

  // Enter does what comes next.
  const onSubmit = () => {
    if (running === null) void (isReady ? editor.save() : editor.findOut());
  };

  return (
    <Dialog
      ref={element}
      title={server ? serverFormWords.editTitle(server.name) : serverFormWords.addTitle}
      isHeldOpen={running === "save"}
      onClose={onClose}
      onSubmit={onSubmit}
      buttons={<Buttons editor={editor} isReady={isReady} onClose={onClose} />}
    >
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
    </Dialog>
  );
}

interface ButtonsProps {
  readonly editor: ReturnType<typeof useServerForm>;
  /** All is known that is needed to save it. */
  readonly isReady: boolean;
  readonly onClose: () => void;
}

function Buttons({ editor, isReady, onClose }: ButtonsProps) {
  const { frameWords, serverFormWords } = useWords();
  const { finding, running } = editor;
  return (
    <>
      <Button onClick={onClose} disabled={running === "save"}>
        {frameWords.cancel}
      </Button>
      <Button
        look={isReady || finding?.status === "not-trusted" ? "plain" : "accent"}
        aria-disabled={running !== null}
        onClick={() => {
          if (running === null) void editor.findOut();
        }}
      >
        {serverFormWords.findOut}
      </Button>
      <Button
        look={isReady ? "accent" : "plain"}
        aria-disabled={running !== null}
        onClick={() => {
          if (running === null) void editor.save();
        }}
      >
        {running === "save" ? serverFormWords.saving : serverFormWords.save}
      </Button>
      {/* A form without a submit button ignores Enter. */}
      <button type="submit" hidden />
    </>
  );
}
