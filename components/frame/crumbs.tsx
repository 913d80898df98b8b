"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/words/use-words";

export function Crumbs() {
  const { frameWords } = useWords();
  return (
    <nav
      aria-label={frameWords.breadcrumb}
      className="flex items-center gap-1 text-[0.8125rem] text-muted"
    >
      <Link href="/tools-settings" className="rounded hover:text-text hover:underline">
        {frameWords.toolsAndSettings}
      </Link>
      <ChevronRight aria-hidden="true" className="size-3.5" />
    </nav>
  );
}
