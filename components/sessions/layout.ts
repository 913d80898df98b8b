import type { SessionKind } from "@/lib/sessions/session";

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export const rowHeightRem = { comfortable: 2.25, compact: 1.75 } as const satisfies Record<
  Density,
  number
>;

/** How the table of one kind is laid out, as the operator chose it. */
export interface Layout {
  readonly density: Density;
  /** Ids of columns that are shown or hidden against the page's own choice. */
  readonly toggled: readonly string[];
}

export const plainLayout: Layout = { density: "comfortable", toggled: [] };

/** The server reads it, so that the first paint has the right columns. */
export function layoutCookie(kind: SessionKind): string {
  return `layout-${kind}`;
}

/** "compact", "comfortable domain pid" */
export function toLayoutText({ density, toggled }: Layout): string {
  return [density, ...toggled].join(" ");
}

/** A cookie may hold anything; what names no density means that none was chosen. */
export function toLayout(text: string | undefined): Layout {
  const [first, ...toggled] = (text ?? "").split(" ").filter(Boolean);
  const density = densities.find((one) => one === first);
  return density ? { density, toggled: [...new Set(toggled)] } : plainLayout;
}
