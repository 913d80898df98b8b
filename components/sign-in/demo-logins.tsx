"use client";

import { CornerDownLeft } from "lucide-react";
import { useWords } from "@/components/words/use-words";
import type { DemoLogin } from "@/lib/sessions/demo-login";

interface DemoLoginsProps {
  readonly logins: readonly DemoLogin[];
  readonly fill: (login: DemoLogin) => void;
}

/** For who sees Rollcall for the first time: who there is, each one click away. */
export function DemoLogins({ logins, fill }: DemoLoginsProps) {
  const { demoWords, frameWords, roleWords } = useWords();
  return (
    <section aria-labelledby="demo-logins" className="grid gap-2 border-line border-t pt-4">
      <div className="grid gap-0.5">
        <h2 id="demo-logins" className="font-medium text-[0.8125rem]">
          {demoWords.loginsTitle}
        </h2>
        <p className="text-[0.8125rem] text-muted">{demoWords.hint}</p>
      </div>
      <ul className="-mx-2 grid">
        {logins.map((one) => (
          <li key={one.login}>
            <button
              type="button"
              onClick={() => fill(one)}
              className="group flex w-full items-center gap-3 rounded-lg px-2 py-1.5 text-left text-[0.8125rem] transition-colors duration-100 hover:bg-hover"
            >
              <span className="font-medium">{one.login}</span>
              <span className="ml-auto text-muted">
                {one.isViewer ? frameWords.viewerOf(roleWords[one.role]) : roleWords[one.role]}
              </span>
              <CornerDownLeft
                aria-hidden="true"
                className="size-3.5 shrink-0 text-muted group-hover:text-accent"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
