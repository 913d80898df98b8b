"use client";

import { BrokenPage, type BrokenPageProps } from "@/components/frame/broken-page";

export default function ErrorPage(props: BrokenPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <BrokenPage {...props} />
    </main>
  );
}
