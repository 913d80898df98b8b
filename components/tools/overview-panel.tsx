import { type ReactNode, useId } from "react";

interface OverviewPanelProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function OverviewPanel({ title, children }: OverviewPanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="rounded-2xl border border-line bg-card shadow-xs">
      <h2 id={titleId} className="px-5 pt-4 pb-2 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
