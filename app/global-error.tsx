"use client";

import { BrokenPage, type BrokenProps } from "@/components/frame/broken-page";
import { brokenWordsOf } from "@/components/words/broken-words";
import { languageSchema } from "@/components/words/language";
import "./globals.css";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError(props: BrokenProps) {
  const language = languageOfBrowser();
  const words = brokenWordsOf[language];
  return (
    <html lang={language}>
      <body>
        <title>{words.title}</title>
        <main className="grid min-h-dvh place-items-center">
          <BrokenPage {...props} words={words} />
        </main>
      </body>
    </html>
  );
}

/** What was chosen stands in a cookie that scripts do not see. */
function languageOfBrowser() {
  return languageSchema.catch("en").parse(globalThis.navigator?.language.slice(0, 2));
}
