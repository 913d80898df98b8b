/** On their own, for they are sent with every page in both languages, in case it breaks. */
export const brokenWords = {
  title: "This page failed",
  body: "The mistake is in Rollcall, not on your servers, and nothing was done to any session. Its log has the details.",
  logNumber: "Look for this number in the log:",
  again: "Try again",
  noDatabaseTitle: "Rollcall cannot use its database",
  noDatabase:
    "Rollcall cannot use its database just now, and nothing was done. Try again in a minute; its log says why.",
} as const;
