import { english } from "@/components/words/en";

// Rooms that do not ask for the chosen language yet.
export const { sessionWords, ftpTypeWords } = english;
