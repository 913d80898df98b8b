"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { DomainsAnswer, KnownDomain } from "@/lib/sessions/domain";
import { DeleteDomainDialog } from "./delete-domain-dialog";
import type { DomainActions } from "./domain-actions";
import { DomainDialog } from "./domain-dialog";
import { DomainsHeader } from "./domains-header";
import { DomainsSearch } from "./domains-search";
import { DomainsTable } from "./domains-table";
import { ImportDomainsDialog } from "./import-domains-dialog";

export type AskedDomain =
  /** Null to add one. */
  | { readonly kind: "edit"; readonly domain: KnownDomain | null }
  | { readonly kind: "delete"; readonly domain: KnownDomain }
  | { readonly kind: "import" };

interface DomainsScreenProps {
  readonly answer: DomainsAnswer;
  /** As the address says. */
  readonly search: string;
  readonly exportCsv: () => Promise<string>;
  /** Null where the operator may only see. */
  readonly actions: DomainActions | null;
}

export function DomainsScreen({ answer, search, exportCsv, actions }: DomainsScreenProps) {
  const router = useRouter();
  const [asked, ask] = useState<AskedDomain | null>(null);
  const [announcement, announce] = useState("");
  const [isSearching, startSearch] = useTransition();

  const onSearch = (text: string) => {
    const query = new URLSearchParams(text === "" ? {} : { search: text });
    startSearch(() => router.replace(`?${query}`, { scroll: false }));
  };
  const onDone = (said: string) => {
    ask(null);
    announce(said);
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6 side:h-full">
      <DomainsHeader
        total={answer.total}
        exportCsv={exportCsv}
        onSaid={announce}
        onAsk={actions && ask}
      />
      {answer.total > 0 && (
        <DomainsSearch answer={answer} search={search} onSearch={onSearch} isBusy={isSearching} />
      )}
      <DomainsTable answer={answer} search={search} onAsk={actions && ask} />
      {asked && actions && (
        <Asked
          asked={asked}
          answer={answer}
          actions={actions}
          onClose={() => ask(null)}
          onDone={onDone}
        />
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

interface AskedProps {
  readonly asked: AskedDomain;
  readonly answer: DomainsAnswer;
  readonly actions: DomainActions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

function Asked({ asked, answer, actions, ...ends }: AskedProps) {
  switch (asked.kind) {
    case "edit":
      return <DomainDialog domain={asked.domain} choices={answer} save={actions.save} {...ends} />;
    case "delete":
      return <DeleteDomainDialog domain={asked.domain} remove={actions.remove} {...ends} />;
    case "import":
      return <ImportDomainsDialog importCsv={actions.importCsv} {...ends} />;
  }
}
