"use client";

import { BrokenPage, type BrokenProps } from "@/components/frame/broken-page";
import { DemoMark } from "@/components/frame/demo-mark";
import { useWords } from "@/components/words/use-words";

export default function ErrorPage(props: BrokenProps) {
  const { brokenWords } = useWords();
  return (
    <main className="grid min-h-dvh place-items-center">
      <div className="absolute top-4 left-4">
        <DemoMark />
      </div>
      <BrokenPage {...props} words={brokenWords} />
    </main>
  );
}
