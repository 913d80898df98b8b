/** The texts of what stands around the table: filters, columns, export, keys. */

export const filterWords = {
  /** Where the title of the column is too long for a button. */
  shortTitles: new Map([["domain", "Domain"]]),
  unknown: "Not known",
  clear: "Clear",
} as const;

export const layoutWords = {
  columns: "Columns",
  density: "Height of the rows",
  comfortable: "Comfortable",
  compact: "Compact",
} as const;

export const exportWords = {
  title: "Export",
  what: (sessions: string) => `${sessions}, as listed now`,
  csv: "CSV, for a spreadsheet",
  json: "JSON",
  saved: (sessions: string) => `Exported ${sessions}.`,
  lost: "Rollcall did not answer. Try again when it is back.",
} as const;

export const keyWords = {
  title: "Keys",
  hint: "Keys: ?",
  /** As they are printed on a keyboard. */
  shift: "Shift",
  delete: "Delete",
  does: {
    search: "Search",
    move: "Go from row to row",
    select: "Select the row",
    selectRange: "Select all rows up to this one",
    open: "Open its detail",
    act: "Ask about the main action for what is selected",
    refresh: "Refresh",
    pause: "Pause, or go on",
    back: "Back: close the detail, leave the row, clear the selection",
    list: "Show this list",
  },
} as const;
