/** The texts of the settings. */
export const settingsWords = {
  sessions: "Panel sessions",
  lead: "How long a sign-in to Rollcall lasts, by role. What is shortened ends open sessions at once where they are over by it.",
  idle: "Longest without activity",
  minutes: "in minutes",
  lasts: "Longest in all",
  hours: "in hours",
  atOnce: "Sessions at once",
  atOnceAdvice: "Empty: as many as one likes. Sessions that are open already stay.",
  whenFull: "One more than that",
  whenFullChoices: { refuse: "Is refused", "end-oldest": "Ends the oldest" },
  save: "Save",
  saving: "Saving…",
  saved: "Saved. It holds from now on.",
  lost: "Rollcall did not answer, so it is not known whether this was saved. Reload the page to see.",
  mistakes: "Nothing was saved: some numbers will not do.",
  onlySeen: "You may look at the settings, and not change them.",
  problems: {
    idleMinutes: "Enter a whole number from 1 to 10,080, which is a week.",
    lastsHours: "Enter a whole number from 1 to 168, which is a week.",
    atOnce: "Enter a whole number from 1 to 1,000, or nothing.",
  },
} as const;
