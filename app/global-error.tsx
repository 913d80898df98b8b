"use client";

import { BrokenPage, type BrokenPageProps } from "@/components/frame/broken-page";
import { brokenWords } from "@/components/frame/broken-words";
import "./globals.css";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError(props: BrokenPageProps) {
  return (
    <html lang="en">
      <body>
        <title>{brokenWords.title}</title>
        <main className="grid min-h-dvh place-items-center">
          <BrokenPage {...props} />
        </main>
      </body>
    </html>
  );
}
