"use client";

import { useRef, useState } from "react";
import { type Told, useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { ProofNeeded } from "@/lib/sessions/proof";
import type { Finding, Saved } from "@/lib/sessions/server";
import { type FormProblems, noProblems, toFormProblems } from "./form-problems";
import { offerFound } from "./offered-source";
import { answerOrLost, type ServerActions } from "./server-actions";
import { changeForm, checkForm, type ServerForm, toForm } from "./server-form";
import type { ServerView } from "./server-view";

type Running = "findOut" | "save";

interface ServerFormSettings {
  readonly server: ServerView | null;
  readonly actions: ServerActions;
  readonly onDone: (said: string) => void;
}

/** What is typed, what was found out about it, and what is wrong with it. */
export function useServerForm({ server, actions, onDone }: ServerFormSettings) {
  const words = useWords();
  const answerOrProblem = useAnswerOrProblem();
  const [form, setForm] = useState(() => toForm(server));
  const [finding, setFinding] = useState<Finding | null>(null);
  const [problems, setProblems] = useState<FormProblems>(noProblems);
  const [running, setRunning] = useState<Running | null>(null);
  // An answer about another address than the one typed by now is not shown.
  const question = useRef(0);

  const change = (part: Partial<ServerForm>) => {
    setForm((before) => changeForm(before, part));
    if (!(["host", "port", "way"] as const).some((field) => field in part)) return;
    question.current += 1;
    setFinding(null);
    setRunning((now) => (now === "findOut" ? null : now));
  };

  const findOut = async (asked: ServerForm) => {
    const checked = checkForm(asked);
    if (checked.status === "wrong") return setProblems(toFormProblems(words, checked.problems));
    setProblems(noProblems);
    setRunning("findOut");
    question.current += 1;
    const mine = question.current;
    const answer = await answerOrLost(() => actions.findOut(checked.draft));
    if (mine !== question.current) return;
    setRunning(null);
    if (answer?.status === "proofNeeded") return;
    setFinding(answer ?? null);
    if (!answer) setProblems({ fields: {}, others: [words.serverWords.lostFinding] });
    if (answer?.status === "found") setForm((now) => withFound(now, answer));
  };

  return {
    form,
    finding,
    problems,
    running,
    change,
    findOut: () => findOut(form),
    /** Trusts the key, and goes on with it. */
    accept(hostKey: string) {
      setForm({ ...form, hostKey });
      return findOut({ ...form, hostKey });
    },
    async save() {
      const checked = checkForm(form);
      if (checked.status === "wrong") return setProblems(toFormProblems(words, checked.problems));
      setRunning("save");
      const told = await answerOrProblem(() => actions.save(checked.draft), words.serverWords.lost);
      setRunning(null);
      setProblems(toProblems(words, told));
      if (wasSaved(told)) onDone(words.serverWords.saved(checked.draft.name));
    },
  };
}

function wasSaved(told: Told<Saved | ProofNeeded>): boolean {
  return told.status === "answered" && told.answer.status === "saved";
}

/** Why it was not saved. */
function toProblems(words: Words, told: Told<Saved | ProofNeeded>): FormProblems {
  if (told.status === "lost") return { fields: {}, others: [told.problem] };
  const isRefused = told.status === "answered" && told.answer.status === "refused";
  return isRefused ? toFormProblems(words, told.answer.problems) : noProblems;
}

function withFound(
  form: ServerForm,
  { sources }: Extract<Finding, { status: "found" }>,
): ServerForm {
  return { ...form, sources: offerFound(form.sources, sources) };
}
