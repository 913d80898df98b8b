import type { Words } from "@/components/words/words";

export const demoWords: Words["demoWords"] = {
  mark: "Demo",
  hint: "Simulierte Server. Nichts hier ist echt.",
  loginsTitle: "Anmelden als",
};
