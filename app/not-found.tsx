import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { DemoMark } from "@/components/frame/demo-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { FullNote } from "@/components/ui/full-note";
import { requestWords } from "./request-language";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).frameWords.notFound.title };
}

export default async function NotFound() {
  const { frameWords: words } = await requestWords();
  return (
    <main className="grid min-h-dvh place-items-center">
      <div className="absolute top-4 left-4">
        <DemoMark />
      </div>
      <FullNote icon={Compass} tone="muted" title={<h1>{words.notFound.title}</h1>}>
        <p className="text-muted">{words.notFound.body}</p>
        <ButtonLink href="/tools-settings">{words.back}</ButtonLink>
      </FullNote>
    </main>
  );
}
