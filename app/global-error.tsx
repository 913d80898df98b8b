"use client";

import { BrokenPage, type BrokenPageProps } from "@/components/frame/broken-page";
import { words } from "@/components/words";
import "./globals.css";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError(props: BrokenPageProps) {
  return (
    <html lang="en">
      <body>
        <title>{words.broken.title}</title>
        <main className="grid min-h-dvh place-items-center">
          <BrokenPage {...props} />
        </main>
      </body>
    </html>
  );
}
