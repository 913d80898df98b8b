"use client";

import { ArrowRight, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useWords } from "@/components/words/use-words";
import type { ToolState } from "@/lib/sessions/tool-state";
import { toolLooks } from "./tool-looks";
import { toolTrouble } from "./tool-trouble";

interface ToolCardProps {
  readonly tool: ToolState;
}

const card =
  "group relative grid grid-rows-subgrid gap-y-0 rounded-2xl border border-line bg-card shadow-xs transition-colors duration-100 hover:border-accent";

/** A tool that lists sessions: how many there are now, and how many there were. */
export function SessionCard({ tool, children }: ToolCardProps & { readonly children: ReactNode }) {
  return (
    <li className={`${card} row-span-4 p-5`}>
      <Head tool={tool}>
        <ArrowRight
          aria-hidden="true"
          className="mt-0.5 ml-auto size-4 shrink-0 text-muted transition-transform duration-100 group-hover:translate-x-0.5 group-hover:text-accent"
        />
      </Head>
      <Purpose tool={tool} />
      <SessionCount tool={tool} />
      <div>{children}</div>
    </li>
  );
}

/** Any other tool. */
export function ToolCard({ tool }: ToolCardProps) {
  const { toolCountWords, formats } = useWords();
  const { kind, count } = tool;
  return (
    <li className={`${card} row-span-2 p-4 sm:col-span-2 sm:nth-[n+4]:col-span-3 xl:col-span-1!`}>
      <Head tool={tool}>
        {count !== null && (
          <span className="ml-auto font-semibold">
            {formats.formatCount(count)}
            <span className="sr-only"> {toolCountWords.counted(kind, count)}</span>
          </span>
        )}
      </Head>
      <Purpose tool={tool} />
    </li>
  );
}

/** The link is as large as its card; what stands above it takes its own clicks. */
function Head({ tool: { kind }, children }: ToolCardProps & { readonly children: ReactNode }) {
  const { toolWords } = useWords();
  const { href, icon: Icon } = toolLooks[kind];
  return (
    <div className="flex items-start gap-2.5">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
      <h2 className="font-semibold">
        <Link href={href} className="after:absolute after:inset-0 after:rounded-2xl">
          {toolWords[kind].title}
        </Link>
      </h2>
      {children}
    </div>
  );
}

function Purpose({ tool: { kind } }: ToolCardProps) {
  const { toolWords } = useWords();
  return <p className="pt-1 text-[0.8125rem] text-muted">{toolWords[kind].purpose}</p>;
}

function SessionCount({ tool }: ToolCardProps) {
  const words = useWords();
  const { toolCountWords, formats } = words;
  const { kind, count, sourceCount } = tool;
  const trouble = toolTrouble(words, tool);
  if (sourceCount === 0) {
    return (
      <p className="pt-3 font-medium text-lg text-muted leading-10">{toolCountWords.noSource}</p>
    );
  }
  return (
    <div className="pt-3">
      <p className="flex items-baseline gap-2">
        {count === null ? (
          <span className="font-medium text-lg text-muted leading-10">
            {toolCountWords.unknown}
          </span>
        ) : (
          <>
            <span className="font-semibold text-3xl tabular-nums leading-10 tracking-tight">
              {formats.formatCount(count)}
            </span>
            <span className="text-muted">{toolCountWords.counted(kind, count)}</span>
          </>
        )}
      </p>
      {trouble && (
        <p className="wrap-anywhere flex items-start gap-1.5 pt-1 text-[0.8125rem] text-stale-word">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{trouble}</span>
        </p>
      )}
    </div>
  );
}
