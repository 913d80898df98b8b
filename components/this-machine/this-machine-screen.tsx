"use client";

import { RefreshCw } from "lucide-react";
import { Crumbs } from "@/components/frame/crumbs";
import { findingSentence } from "@/components/servers/finding-view";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { Listing } from "@/lib/sessions/here";
import { DecidedHereList } from "./decided-here-list";
import { FoundHereList } from "./found-here-list";
import type { HereActions, HereView } from "./here-view";
import { NextWays } from "./next-ways";
import { useHere } from "./use-here";

interface ThisMachineScreenProps {
  readonly first: HereView;
  readonly actions: HereActions;
}

export function ThisMachineScreen({ first, actions }: ThisMachineScreenProps) {
  const { thisMachineWords } = useWords();
  const { here, isLooking, problem, said, lookAgain, list } = useHere(first, actions);
  return (
    <div className="grid max-w-3xl gap-5 p-4 sm:p-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <Crumbs />
          <h1 className="font-semibold text-xl tracking-tight">{thisMachineWords.title}</h1>
          {here.status === "found" && here.system !== null && (
            <p className="text-[0.8125rem] text-muted">
              <bdi>{here.system}</bdi>
            </p>
          )}
        </div>
        <Button onClick={() => void lookAgain()} aria-disabled={isLooking}>
          <RefreshCw aria-hidden="true" className={`size-4 ${isLooking ? "animate-spin" : ""}`} />
          {thisMachineWords.lookAgain}
        </Button>
      </header>
      {problem && <FormProblem>{problem}</FormProblem>}
      <Here here={here} onList={(listing, title) => void list(listing, title)} />
      <NextWays here={here} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

interface HereProps {
  readonly here: HereView;
  readonly onList: (listing: Listing, title: string) => void;
}

function Here({ here, onList }: HereProps) {
  const words = useWords();
  switch (here.status) {
    case "decided":
      return <DecidedHereList here={here} />;
    case "failed":
      return <FormProblem>{findingSentence(words, here.server, "", here.failure)}</FormProblem>;
    case "found":
      return (
        <>
          <p className="text-muted">{words.thisMachineWords.lead}</p>
          <FoundHereList here={here} onList={onList} />
        </>
      );
  }
}
