"use client";

import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { AddByHand } from "./add-by-hand";
import { OfferedLine } from "./offered-line";
import { type OfferedSource, sourceKey } from "./offered-source";

interface SourcesChoiceProps {
  readonly sources: readonly OfferedSource[];
  readonly server: string;
  /** True once the server has answered. */
  readonly wasLookedFor: boolean;
  readonly problem: string | undefined;
  readonly onChange: (sources: readonly OfferedSource[]) => void;
}

export function SourcesChoice(props: SourcesChoiceProps) {
  const { findingWords } = useWords();
  const { sources, server, wasLookedFor, problem, onChange } = props;
  const setOn = (changed: OfferedSource, isOn: boolean) =>
    onChange(sources.map((source) => (source === changed ? { ...source, isOn } : source)));
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium text-[0.8125rem]">{findingWords.sourcesLegend}</legend>
      {wasLookedFor && !sources.some(({ found }) => found) && (
        <p className="text-[0.8125rem] text-muted">{findingWords.nothingFound}</p>
      )}
      {sources.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line">
          {sources.map((source) => (
            <li key={sourceKey(source)} className="min-w-0 px-3.5 py-2.5">
              <OfferedLine
                source={source}
                server={server}
                wasLookedFor={wasLookedFor}
                onChange={(isOn) => setOn(source, isOn)}
              />
            </li>
          ))}
        </ul>
      )}
      {problem && <FormProblem>{problem}</FormProblem>}
      <AddByHand sources={sources} onChange={onChange} />
    </fieldset>
  );
}
