"use client";

import { type FormEvent, useState } from "react";
import { Crumbs } from "@/components/frame/crumbs";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { roles } from "@/lib/sessions/session";
import type { SessionLimits } from "@/lib/sessions/session-limit";
import { LimitFields } from "./limit-fields";
import { type LimitForm, toLimitForms, toLimits } from "./limit-form";

interface SettingsScreenProps {
  readonly limits: SessionLimits;
  /** Null where the operator may only see. */
  readonly save: ((limits: SessionLimits) => Promise<void>) | null;
}

export function SettingsScreen({ limits, save }: SettingsScreenProps) {
  const { roleWords, settingsWords, toolWords } = useWords();
  const answerOrProblem = useAnswerOrProblem();
  const [forms, setForms] = useState(() => toLimitForms(limits));
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, say] = useState("");

  function change(role: (typeof roles)[number], form: LimitForm) {
    setForms({ ...forms, [role]: form });
    say("");
    setProblem(null);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!save || isSaving) return;
    const changed = toLimits(forms);
    say("");
    setProblem(changed ? null : settingsWords.mistakes);
    if (!changed) {
      return event.currentTarget.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    }
    setIsSaving(true);
    const told = await answerOrProblem(() => save(changed), settingsWords.lost);
    setIsSaving(false);
    if (told.status === "lost") setProblem(told.problem);
    if (told.status !== "answered") return;
    setForms(toLimitForms(changed));
    say(settingsWords.saved);
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4 p-4 sm:p-6" noValidate>
      <header className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{toolWords.settings.title}</h1>
      </header>
      <section className="grid max-w-5xl gap-3">
        <div className="grid gap-1">
          <h2 className="font-semibold text-base">{settingsWords.sessions}</h2>
          <p className="text-muted">{settingsWords.lead}</p>
          {!save && <p className="text-muted">{settingsWords.onlySeen}</p>}
        </div>
        <div className="grid gap-3 xl:grid-cols-2">
          {roles.map((role) => (
            <LimitFields
              key={role}
              title={roleWords[role]}
              form={forms[role]}
              onChange={save && ((form) => change(role, form))}
            />
          ))}
        </div>
        {problem && <FormProblem>{problem}</FormProblem>}
        {save && (
          <div className="flex items-center gap-3">
            <Button type="submit" look="accent" aria-disabled={isSaving}>
              {isSaving ? settingsWords.saving : settingsWords.save}
            </Button>
            <p role="status" className="text-[0.8125rem] text-muted">
              {said}
            </p>
          </div>
        )}
      </section>
    </form>
  );
}
