/** Of `npm run demo` alone. */
export const demoWords = {
  mark: "Demo",
  hint: "Simulated servers. Nothing here is real.",
  loginsTitle: "Sign in as",
} as const;
