"use client";

import { useState } from "react";
import { Button, buttonClasses } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { RadioChoice } from "@/components/ui/radio-choice";
import { TextField } from "@/components/ui/text-field";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { ProofAnswer, ProofWays } from "@/lib/sessions/proof";
import { askForPasskey, type PasskeyToUse, type UsedPasskey } from "./ask-for-passkey";
import { type ProofWay, proofSentence } from "./proof-sentence";

type Given =
  | { readonly kind: "password"; readonly password: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "passkey"; readonly response: UsedPasskey };

export interface ProofActions {
  readonly prove: (given: Given) => Promise<ProofAnswer>;
  readonly askPasskey: () => Promise<PasskeyToUse>;
}

interface ProofDialogProps extends ProofActions {
  readonly ways: ProofWays;
  readonly end: (isProven: boolean) => void;
}

const allWays = ["password", "code", "passkey"] as const satisfies readonly ProofWay[];

export function ProofDialog({ ways, end, prove, askPasskey }: ProofDialogProps) {
  const words = useWords();
  const { frameWords, proofWords } = words;
  const offered = allWays.filter((each) => ways[each]);
  const [way, setWay] = useState<ProofWay | undefined>(offered[0]);
  const [typed, setTyped] = useState("");
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(way ? null : proofWords.noWay);

  async function submit(chosen: ProofWay) {
    setProblem(null);
    setIsRunning(true);
    const given = await give(chosen, typed, askPasskey);
    const answer = given && (await answerOrLost(() => prove(given)));
    setIsRunning(false);
    if (answer === leaving) return;
    if (answer === undefined) return setProblem(proofWords.passkeyFailed);
    if (answer === lost) return setProblem(proofWords.lost);
    if (answer.status === "proven") return end(true);
    setTyped("");
    setProblem(proofSentence(words, answer, chosen));
  }

  return (
    <Dialog
      title={proofWords.title}
      isHeldOpen={isRunning}
      onClose={() => end(false)}
      onSubmit={() => {
        if (way && !isRunning) void submit(way);
      }}
      buttons={
        <>
          <Button onClick={() => end(false)} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          {way && (
            <Button type="submit" look="accent" aria-disabled={isRunning}>
              {isRunning ? proofWords.running : proofWords.consent}
            </Button>
          )}
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {!way && (
        <a href="/sign-in/openid?anew" className={buttonClasses("plain")}>
          {proofWords.signInAgain}
        </a>
      )}
      <p className="text-muted">{proofWords.lead}</p>
      {way && offered.length > 1 && (
        <RadioChoice
          legend={proofWords.waysLegend}
          choices={offered.map((value) => ({ value, word: proofWords.ways[value] }))}
          chosen={way}
          onChoose={(chosen) => {
            setWay(chosen);
            setTyped("");
            setProblem(null);
          }}
        />
      )}
      {way && <WayField way={way} typed={typed} onTyped={setTyped} />}
    </Dialog>
  );
}

interface WayFieldProps {
  readonly way: ProofWay;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

function WayField({ way, typed, onTyped }: WayFieldProps) {
  const { proofWords } = useWords();
  if (way === "passkey") return <p>{proofWords.passkeyAdvice}</p>;
  const looks =
    way === "password"
      ? { type: "password", autoComplete: "current-password", maxLength: 1000 }
      : { autoComplete: "one-time-code", maxLength: 100, advice: proofWords.codeAdvice };
  return (
    <TextField
      key={way}
      label={proofWords[way]}
      value={typed}
      onChange={(event) => onTyped(event.target.value)}
      required
      data-autofocus
      {...looks}
    />
  );
}

/** Undefined when the person turned away from the browser's question, or it was not asked. */
async function give(
  way: ProofWay,
  typed: string,
  askPasskey: ProofActions["askPasskey"],
): Promise<Given | undefined> {
  switch (way) {
    case "password":
      return { kind: "password", password: typed };
    case "code":
      return { kind: "code", code: typed };
    case "passkey": {
      const options = await answerOrLost(askPasskey);
      if (options === lost || options === leaving) return undefined;
      const response = await askForPasskey(options);
      return response && { kind: "passkey", response };
    }
  }
}
