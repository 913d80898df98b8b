"use client";

import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { useWords } from "@/components/words/use-words";
import type { Listing } from "@/lib/sessions/here";
import type { HereActions, HereView } from "./here-view";

/** What runs here as last looked at, and what a person does with it. A switch moves at once, and back where it failed. */
export function useHere(first: HereView, actions: HereActions) {
  const { thisMachineWords } = useWords();
  const answerOrProblem = useAnswerOrProblem();
  const [here, setHere] = useState(first);
  const [isLooking, setIsLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, say] = useState("");

  async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    setProblem(null);
    say("");
    const told = await answerOrProblem(question, thisMachineWords.lost);
    if (told.status === "lost") setProblem(told.problem);
    return told.status === "answered" ? told.answer : undefined;
  }

  return {
    here,
    isLooking,
    problem,
    said,
    async lookAgain() {
      if (isLooking) return;
      setIsLooking(true);
      const next = await ask(actions.look);
      setIsLooking(false);
      if (!next) return;
      setHere(next);
      say(thisMachineWords.looked);
    },
    async list(listing: Listing, title: string) {
      const { isListed } = listing;
      setHere((before) => withListing(before, listing));
      const isDone = await ask(async () => {
        await actions.setListed(listing);
        return true;
      });
      if (isDone) say(isListed ? thisMachineWords.listed(title) : thisMachineWords.unlisted(title));
      else setHere((before) => withListing(before, { ...listing, isListed: !isListed }));
    },
  };
}

function withListing(here: HereView, { provider, settings, isListed }: Listing): HereView {
  if (here.status !== "found") return here;
  const isMeant = (source: (typeof here.sources)[number]) =>
    source.provider === provider && JSON.stringify(source.settings) === JSON.stringify(settings);
  const sources = here.sources.map((source) =>
    isMeant(source) ? { ...source, isListed } : source,
  );
  return { ...here, sources };
}
