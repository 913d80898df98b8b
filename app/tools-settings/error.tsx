"use client";

import { BrokenPage, type BrokenPageProps } from "@/components/frame/broken-page";

export default function ToolsSettingsError(props: BrokenPageProps) {
  return <BrokenPage {...props} />;
}
