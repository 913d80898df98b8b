"use client";

import { KeyRound, ShieldAlert } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyLine } from "@/components/ui/copy-line";
import { useWords } from "@/components/words/use-words";
import type { Finding } from "@/lib/sessions/server";

const compareOnUnix = "cat /etc/ssh/ssh_host_*_key.pub | ssh-keygen -lf -";
const compareOnWindows =
  "Get-ChildItem $env:ProgramData\\ssh\\ssh_host_*_key.pub | ForEach-Object { ssh-keygen -lf $_.FullName }";

interface HostKeyQuestionProps {
  readonly server: string;
  readonly finding: Extract<Finding, { status: "not-trusted" }>;
  readonly onAccept: (hostKey: string) => void;
}

/** Nobody logs in anywhere before a person has compared the key. */
export function HostKeyQuestion({ server, finding, onAccept }: HostKeyQuestionProps) {
  const { findingWords, copyWords } = useWords();
  const { fingerprint, accepted } = finding;
  const isChanged = accepted !== null;
  const Icon = isChanged ? ShieldAlert : KeyRound;
  return (
    <section
      className={`grid gap-3 rounded-xl border px-4 py-3.5 text-[0.8125rem] ${isChanged ? "border-danger bg-danger-wash" : "border-accent"}`}
    >
      <h3
        className={`flex items-center gap-2 font-semibold text-sm ${isChanged ? "text-danger-word" : ""}`}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        {isChanged ? findingWords.changedTitle : findingWords.trustTitle}
      </h3>
      {isChanged ? (
        <>
          <p className="text-danger-word">{findingWords.changedBody}</p>
          <Fingerprint label={findingWords.acceptedBefore} text={accepted} />
          <Fingerprint label={findingWords.shownNow} text={fingerprint} />
        </>
      ) : (
        <Fingerprint label={findingWords.shows(server)} text={fingerprint} />
      )}
      <p>{findingWords.compare}</p>
      <CopyLine text={compareOnUnix} words={copyWords} />
      <details>
        <summary className="mb-2 w-fit rounded-md text-muted-word hover:text-text">
          {findingWords.onWindows}
        </summary>
        <CopyLine text={compareOnWindows} words={copyWords} />
      </details>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className={isChanged ? "text-danger-word" : "text-muted"}>
          {!isChanged && findingWords.notAskedYet}
        </p>
        <Button look={isChanged ? "danger" : "accent"} onClick={() => onAccept(fingerprint)}>
          {isChanged ? findingWords.acceptChanged : findingWords.accept}
        </Button>
      </div>
    </section>
  );
}

function Fingerprint({ label, text }: { readonly label: string; readonly text: string }) {
  const { copyWords } = useWords();
  const shown = useRef<HTMLElement>(null);
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <p>{label}</p>
        <CopyButton text={text} shown={shown} words={copyWords} />
      </div>
      <code
        ref={shown}
        className="wrap-anywhere rounded-lg bg-card px-3 py-2.5 font-medium font-mono text-base leading-relaxed"
      >
        {text}
      </code>
    </div>
  );
}
