/** What a person came to the Servers page for, from another page. */
export type Errand =
  | { readonly kind: "add" }
  | { readonly kind: "edit" | "show"; readonly server: string };

type Given = string | readonly string[] | undefined;

/** As the address says it: "?add", "?edit=web01", "?show=web01". */
export function toErrand(given: {
  readonly add?: Given;
  readonly edit?: Given;
  readonly show?: Given;
}): Errand | null {
  if (given.add !== undefined) return { kind: "add" };
  for (const kind of ["edit", "show"] as const) {
    const server = given[kind];
    if (typeof server === "string") return { kind, server };
  }
  return null;
}
