"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";

interface AccountDialogProps {
  readonly title: string;
  readonly consent: string;
  readonly running?: string;
  readonly look?: "accent" | "danger";
  readonly isRunning: boolean;
  readonly problem: string | null;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** What the dialogs of this page have in common. */
export function AccountDialog(props: AccountDialogProps) {
  const { frameWords, accountWords } = useWords();
  const { consent, running = accountWords.saving, look = "accent", isRunning, problem } = props;
  return (
    <Dialog
      title={props.title}
      isHeldOpen={isRunning}
      onClose={props.onClose}
      onSubmit={() => {
        if (!isRunning) props.onSubmit();
      }}
      buttons={
        <>
          <Button onClick={props.onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look={look} aria-disabled={isRunning}>
            {isRunning ? running : consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {props.children}
    </Dialog>
  );
}
