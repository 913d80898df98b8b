"use client";

import { ArrowRight, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useLive } from "@/components/live/use-live";
import { useLook } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import { isUncounted, type ToolState } from "@/lib/sessions/tool-state";
import { toolLooks } from "./tool-looks";
import { toolTrouble } from "./tool-trouble";
import { useTools } from "./tools-provider";

interface ToolCardsProps {
  readonly look: () => Promise<readonly ToolState[]>;
}

export function ToolCards({ look }: ToolCardsProps) {
  const { tools, showTools } = useTools();
  const { line } = useLive();
  useLook({ look, isPaused: line === "live", onAnswer: showTools });
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {tools.map((tool) => (
        <li key={tool.kind}>
          <ToolCard tool={tool} />
        </li>
      ))}
    </ul>
  );
}

function ToolCard({ tool }: { readonly tool: ToolState }) {
  const { href, icon: Icon } = toolLooks[tool.kind];
  const { toolWords } = useWords();
  const { title, purpose } = toolWords[tool.kind];
  return (
    <Link
      href={href}
      className="group flex h-full flex-col gap-4 rounded-2xl border border-line bg-card p-5 shadow-xs transition-colors duration-100 hover:border-accent"
    >
      <span className="flex items-center justify-between">
        <span className="grid size-10 place-items-center rounded-xl bg-accent-wash text-accent">
          <Icon aria-hidden="true" className="size-5" />
        </span>
        <ArrowRight
          aria-hidden="true"
          className="size-4 text-muted transition-transform duration-100 group-hover:translate-x-0.5 group-hover:text-accent"
        />
      </span>
      <span className="grid gap-1">
        <span className="font-semibold text-base">{title}</span>
        <span className="min-h-[2lh] text-muted">{purpose}</span>
      </span>
      <ToolCount tool={tool} />
    </Link>
  );
}

function ToolCount({ tool }: { readonly tool: ToolState }) {
  const { toolCountWords, formats } = useWords();
  if (isUncounted(tool)) return null;
  if (tool.sourceCount === 0) {
    return <span className="text-muted text-xl">{toolCountWords.noSource}</span>;
  }
  return (
    <span className="flex flex-wrap items-baseline gap-2">
      {tool.count === null ? (
        <span className="font-medium text-muted text-xl">{toolCountWords.unknown}</span>
      ) : (
        <>
          <span className="font-semibold text-3xl tracking-tight">
            {formats.formatCount(tool.count)}
          </span>
          <span className="text-muted">{toolCountWords.counted(tool.kind, tool.count)}</span>
        </>
      )}
      <ToolTrouble tool={tool} />
    </span>
  );
}

function ToolTrouble({ tool }: { readonly tool: ToolState }) {
  const trouble = toolTrouble(useWords(), tool);
  if (!trouble) return null;
  return (
    <span className="flex w-full items-start gap-1.5 text-[0.8125rem] text-stale-word">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>{trouble}</span>
    </span>
  );
}
