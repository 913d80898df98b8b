import { type ReactNode, useId } from "react";
import type { AccountView } from "@/lib/sessions/account";
import type { AskedAccount } from "./asked-account";

export interface CardProps {
  readonly view: AccountView;
  readonly asOf: Date;
  readonly onAsk: (asked: AskedAccount) => void;
}

interface AccountCardProps {
  readonly title: string;
  readonly body: string;
  readonly buttons: ReactNode;
  readonly children?: ReactNode;
}

export function AccountCard({ title, body, buttons, children }: AccountCardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-3 rounded-2xl border border-line bg-card p-5 shadow-xs"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-1">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          <p className="text-[0.8125rem] text-muted">{body}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">{buttons}</div>
      </div>
      {children}
    </section>
  );
}
