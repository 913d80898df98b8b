/** A thin bar with its number. SVG, so that the width needs no inline style. */
export function ProgressBar({ percent }: { readonly percent: number }) {
  const whole = Math.floor(Math.min(100, Math.max(0, percent)));
  return (
    <span className="flex items-center gap-2 text-down">
      <svg
        viewBox="0 0 100 5"
        preserveAspectRatio="none"
        className="h-[5px] w-7 wide:w-10 rounded-full"
        aria-hidden="true"
      >
        <rect width="100" height="5" className="fill-line" />
        <rect width={whole} height="5" rx="1" fill="currentColor" />
      </svg>
      <span className="text-muted-word">{whole} %</span>
    </span>
  );
}
