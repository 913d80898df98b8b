import { brokenWords } from "./en/broken";
import { formats } from "./en/formats";
import { frameWords, roleWords } from "./en/frame";
import { toolCountWords, toolWords } from "./en/tools";

/** The English catalogue, which says what texts there are. */
export const english = {
  formats,
  frameWords,
  roleWords,
  toolWords,
  toolCountWords,
  brokenWords,
} as const;
