"use client";

import { BrokenPage, type BrokenProps } from "@/components/frame/broken-page";
import { useWords } from "@/components/words/use-words";

export default function ErrorPage(props: BrokenProps) {
  const { brokenWords } = useWords();
  return (
    <main className="grid min-h-dvh place-items-center">
      <BrokenPage {...props} words={brokenWords} />
    </main>
  );
}
