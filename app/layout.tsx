import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DemoProvider } from "@/components/frame/demo-mark";
import { themeCookie, toTheme } from "@/components/frame/theme";
import { EnglishWords } from "@/components/words/english-words";
import { GermanWords } from "@/components/words/german-words";
import { demoLogins } from "@/lib/rollcall";
import { requestLanguage, requestWords } from "./request-language";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { product } = (await requestWords()).frameWords;
  return {
    title: { default: product, template: `%s · ${product}` },
    icons: { icon: "/icon.svg" },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

const wordsIn = { en: EnglishWords, de: GermanWords } as const;

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  const language = await requestLanguage();
  const LanguageWords = wordsIn[language];
  return (
    <html lang={language} data-theme={theme}>
      <body>
        <DemoProvider isDemo={demoLogins() !== null}>
          <LanguageWords>{children}</LanguageWords>
        </DemoProvider>
      </body>
    </html>
  );
}
