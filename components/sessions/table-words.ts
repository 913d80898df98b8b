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
  list: [
    { keys: ["/"], does: "Search" },
    { keys: ["↑", "↓", "j", "k"], does: "Go from row to row" },
    { keys: ["x"], does: "Select the row" },
    { keys: ["Shift+x"], does: "Select all rows up to this one" },
    { keys: ["Enter"], does: "Open its detail" },
    { keys: ["Delete"], does: "Ask about the main action for what is selected" },
    { keys: ["r"], does: "Refresh" },
    { keys: ["p"], does: "Pause, or go on" },
    { keys: ["Esc"], does: "Back: close the detail, leave the row, clear the selection" },
    { keys: ["?"], does: "Show this list" },
  ],
} as const;
