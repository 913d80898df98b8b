import type { Minute } from "@/lib/sessions/history";
import { drawMinutes } from "./draw-minutes";

interface DrawnMinutesProps {
  readonly minutes: readonly (Minute | null)[];
  /** The minute that is marked. */
  readonly place: number;
  readonly isPicked: boolean;
}

const line = {
  fill: "none",
  stroke: "var(--accent)",
  strokeWidth: 1.75,
  strokeLinejoin: "round",
  vectorEffect: "non-scaling-stroke",
} as const;

/** Dashed, on amber, where it is only partly known; nothing where it is not. */
export function DrawnMinutes({ minutes, place, isPicked }: DrawnMinutesProps) {
  const last = minutes.length - 1;
  const { known, partlyKnown, area, alone, doubtful, levelOf } = drawMinutes(minutes);
  const marked = minutes[place]?.count ?? null;
  const at = (of: number) => `${(of / last) * 100}%`;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 border-line border-b">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${last} 100`}
        preserveAspectRatio="none"
        className="absolute size-full overflow-visible"
      >
        {doubtful.map(([from, to]) => (
          <rect
            key={from}
            x={Math.max(0, from - 0.5)}
            width={Math.min(last, to + 0.5) - Math.max(0, from - 0.5)}
            height={100}
            fill="var(--stale-wash)"
          />
        ))}
        <path d={area} fill="var(--accent)" fillOpacity={0.1} />
        <path d={known} {...line} />
        <path d={partlyKnown} {...line} strokeDasharray="3 3" />
      </svg>
      {alone.map(({ place: of, count }) => (
        <Dot key={of} left={at(of)} level={levelOf(count)} />
      ))}
      {isPicked && (
        <span className="absolute inset-y-0 w-px bg-muted opacity-60" style={{ left: at(place) }} />
      )}
      {marked !== null && <Dot left={at(place)} level={levelOf(marked)} />}
    </div>
  );
}

function Dot({ left, level }: { readonly left: string; readonly level: number }) {
  return (
    <span
      className="-ml-[3px] -mb-[3px] absolute size-1.5 rounded-full bg-accent ring-2 ring-card"
      style={{ left, bottom: `${level * 100}%` }}
    />
  );
}
