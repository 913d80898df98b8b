import { type Arrangement, plainArrangement } from "./arrangement";

/** The names that the address gives to what is arranged; every other name is the filter of a column. */
const names = { search: "search", sort: "sort", services: "services" } as const;
const downwards = "-";

/** "?search=anna&sort=-logon&status=idle&status=uploading"; empty for the plain arrangement. */
export function toAddressText({ search, sort, filters, hasServices }: Arrangement): string {
  const text = new URLSearchParams();
  if (search.trim() !== "") text.set(names.search, search);
  if (sort)
    text.set(names.sort, `${sort.direction === "descending" ? downwards : ""}${sort.columnId}`);
  if (hasServices) text.set(names.services, "1");
  for (const [columnId, values] of Object.entries(filters)) {
    for (const value of values) text.append(columnId, value);
  }
  return text.size === 0 ? "" : `?${text}`;
}

/** What the address does not say, or says of columns that this page does not have, is left as it is plain. */
export function toArrangement(
  text: URLSearchParams,
  columns: readonly { readonly id: string; readonly filter?: unknown }[],
): Arrangement {
  const sortText = text.get(names.sort) ?? "";
  const columnId = sortText.startsWith(downwards) ? sortText.slice(1) : sortText;
  const isSorted = columns.some(({ id }) => id === columnId);
  const filters = columns.flatMap(({ id, filter }) => {
    const values = filter ? [...new Set(text.getAll(id))] : [];
    return values.length > 0 ? [[id, values] as const] : [];
  });
  return {
    ...plainArrangement,
    search: text.get(names.search) ?? "",
    sort: isSorted
      ? { columnId, direction: sortText === columnId ? "ascending" : "descending" }
      : null,
    filters: Object.fromEntries(filters),
    hasServices: text.get(names.services) === "1",
  };
}
