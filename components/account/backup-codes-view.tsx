"use client";

import { Download } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { download } from "@/components/ui/download";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";

/** Shown once, at the moment they are made. */
export function BackupCodesView({ codes }: { readonly codes: readonly string[] }) {
  const { copyWords, setUpFactorWords } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const isHydrated = useHydrated();
  const text = codes.join("\n");
  return (
    <section aria-label={setUpFactorWords.codesTitle} className="grid gap-3">
      <p>{setUpFactorWords.codesLead}</p>
      <ul
        ref={list}
        className="grid gap-x-6 gap-y-1 rounded-lg border border-line bg-page px-4 py-3 font-mono text-[0.8125rem] sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {isHydrated && (
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => download("rollcall-backup-codes.txt", `${text}\n`, "text/plain")}>
            <Download aria-hidden="true" className="size-4" />
            {setUpFactorWords.download}
          </Button>
          <CopyButton text={text} shown={list} words={copyWords} />
        </div>
      )}
    </section>
  );
}
