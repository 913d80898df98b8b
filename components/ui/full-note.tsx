import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  calm: "bg-accent-wash text-accent",
  stale: "bg-stale-wash text-stale",
  danger: "bg-danger-wash text-danger",
  muted: "bg-hover text-muted",
} as const;

interface FullNoteProps {
  readonly icon: LucideIcon;
  readonly tone: keyof typeof tones;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** What stands in the place of rows or of a whole page when there are none. */
export function FullNote({ icon: Icon, tone, title, children }: FullNoteProps) {
  return (
    <div className="mx-auto grid max-w-xl justify-items-center gap-3 px-5 py-14 text-center">
      <span className={`grid size-11 place-items-center rounded-xl ${tones[tone]}`}>
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <div className="text-balance font-medium text-[0.9375rem]">{title}</div>
      {children}
    </div>
  );
}
