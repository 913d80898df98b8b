import { Download, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { Crumbs } from "@/components/frame/crumbs";
import { answerOrLost } from "@/components/servers/server-actions";
import { Button } from "@/components/ui/button";
import { download } from "@/components/ui/download";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { AskedDomain } from "./domains-screen";

interface DomainsHeaderProps {
  readonly total: number;
  readonly exportCsv: () => Promise<string>;
  readonly onSaid: (said: string) => void;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedDomain) => void) | null;
}

export function DomainsHeader({ total, exportCsv, onSaid, onAsk }: DomainsHeaderProps) {
  const { domainCsvWords, domainWords, toolWords } = useWords();
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{toolWords.domains.title}</h1>
        <p className="pt-1 text-[0.8125rem] text-muted tabular-nums">
          {domainWords.domains(total)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
        {onAsk && (
          <Button onClick={() => onAsk({ kind: "import" })}>
            <Upload aria-hidden="true" className="size-4" />
            {domainCsvWords.import}
          </Button>
        )}
        <ExportButton exportCsv={exportCsv} onSaid={onSaid} />
        {onAsk && (
          <Button look="accent" onClick={() => onAsk({ kind: "edit", domain: null })}>
            <Plus aria-hidden="true" className="size-4" />
            {domainWords.add}
          </Button>
        )}
      </div>
    </header>
  );
}

function ExportButton({ exportCsv, onSaid }: Pick<DomainsHeaderProps, "exportCsv" | "onSaid">) {
  const { domainCsvWords, domainWords } = useWords();
  const [isLost, setIsLost] = useState(false);

  async function exportAll() {
    const text = await answerOrLost(exportCsv);
    setIsLost(text === undefined);
    if (text === undefined) return;
    download("domains.csv", text, "text/csv;charset=utf-8");
    onSaid(domainCsvWords.exported);
  }

  return (
    <>
      <Button onClick={() => void exportAll()} data-hint={domainCsvWords.exportHint}>
        <Download aria-hidden="true" className="size-4" />
        {domainCsvWords.export}
      </Button>
      {isLost && <FormProblem>{domainWords.lostExport}</FormProblem>}
    </>
  );
}
