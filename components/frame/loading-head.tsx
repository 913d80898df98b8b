"use client";

import type { ReactNode } from "react";
import { useWords } from "@/components/words/use-words";
import { Crumbs } from "./crumbs";

interface LoadingHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The head of a page that is not there yet: its title in place, and a word for who does not see the shapes. */
export function LoadingHead({ title, children }: LoadingHeadProps) {
  const { frameWords } = useWords();
  return (
    <header className="grid gap-1">
      <Crumbs />
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      <p role="status" className="sr-only">
        {frameWords.loading}
      </p>
      {children}
    </header>
  );
}
