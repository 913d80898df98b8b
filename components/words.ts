import { english } from "./words/en";

// Rooms that do not ask for the chosen language yet.
export const { roleWords, toolWords } = english;
export const { listNames } = english.formats;
