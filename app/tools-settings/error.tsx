"use client";

import { BrokenPage, type BrokenProps } from "@/components/frame/broken-page";
import { useWords } from "@/components/words/use-words";

export default function ToolsSettingsError(props: BrokenProps) {
  const { brokenWords } = useWords();
  return <BrokenPage {...props} words={brokenWords} />;
}
