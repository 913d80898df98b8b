"use client";

import { type ReactNode, useId, useState } from "react";
import { Crumbs } from "@/components/frame/crumbs";
import { Button } from "@/components/ui/button";
import { useLook } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import { EndDialog, type EndSessions } from "./end-dialog";
import type { MySessionsView, OpenView } from "./my-sessions-view";
import { EndedLine, OpenLine } from "./session-lines";

interface MySessionsScreenProps {
  readonly first: MySessionsView;
  readonly look: () => Promise<MySessionsView>;
  readonly end: EndSessions;
}

export function MySessionsScreen({ first, look, end }: MySessionsScreenProps) {
  const { mySessionWords } = useWords();
  const [view, setView] = useState(first);
  const [asked, ask] = useState<readonly OpenView[] | null>(null);
  const [announcement, announce] = useState("");
  const { lookOnce } = useLook({ look, isPaused: asked !== null, onAnswer: setView });
  const others = view.open.filter(({ isThis }) => !isThis);

  const onDone = (said: string) => {
    ask(null);
    announce(said);
    void lookOnce(look);
  };
  return (
    <div className="grid max-w-3xl gap-6 p-4 sm:p-6">
      <header className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{mySessionWords.title}</h1>
        <p className="pt-1 text-[0.8125rem] text-muted">{mySessionWords.lead}</p>
      </header>
      <Section
        title={mySessionWords.openTitle}
        button={
          others.length > 1 && (
            <Button onClick={() => ask(others)}>{mySessionWords.endOthers}</Button>
          )
        }
      >
        {view.open.map((session) => (
          <OpenLine
            key={session.id}
            session={session}
            asOf={view.asOf}
            onEnd={() => ask([session])}
          />
        ))}
      </Section>
      <Section title={mySessionWords.endedTitle}>
        {view.ended.length === 0 && (
          <li className="px-4 py-3 text-muted">{mySessionWords.nothingEnded}</li>
        )}
        {view.ended.map((session) => (
          <EndedLine key={session.id} session={session} asOf={view.asOf} />
        ))}
      </Section>
      {asked && <EndDialog sessions={asked} end={end} onClose={() => ask(null)} onDone={onDone} />}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly button?: ReactNode;
  readonly children: ReactNode;
}

function Section({ title, button, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 id={id} className="font-semibold text-[0.9375rem]">
          {title}
        </h2>
        {button}
      </div>
      <ul className="divide-y divide-line rounded-xl border border-line bg-card shadow-xs">
        {children}
      </ul>
    </section>
  );
}
