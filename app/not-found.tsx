import { Compass } from "lucide-react";
import Link from "next/link";
import { FullNote } from "@/components/ui/full-note";
import { words } from "@/components/words";

export const metadata = { title: words.notFound.title };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <FullNote icon={Compass} tone="muted" title={<h1>{words.notFound.title}</h1>}>
        <p className="text-muted">{words.notFound.body}</p>
        <Link href="/tools-settings" className="font-medium text-accent underline">
          {words.back}
        </Link>
      </FullNote>
    </main>
  );
}
