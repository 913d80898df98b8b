"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { download } from "@/components/ui/download";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { answerOrLost } from "./server-actions";

interface ExportButtonProps {
  readonly exportYaml: () => Promise<string>;
  readonly onSaid: (said: string) => void;
  readonly hint: string;
}

export function ExportButton({ exportYaml, onSaid, hint }: ExportButtonProps) {
  const { serverImportWords, serverWords } = useWords();
  const [isLost, setIsLost] = useState(false);

  async function exportAll() {
    const text = await answerOrLost(exportYaml);
    setIsLost(text === undefined);
    if (text === undefined) return;
    download("rollcall.yaml", text, "application/yaml");
    onSaid(serverImportWords.exported);
  }

  return (
    <>
      <Button onClick={() => void exportAll()} data-hint={hint}>
        <Download aria-hidden="true" className="size-4" />
        <span className="max-xl:sr-only">{serverWords.export}</span>
      </Button>
      {isLost && <FormProblem>{serverWords.lostFinding}</FormProblem>}
    </>
  );
}
